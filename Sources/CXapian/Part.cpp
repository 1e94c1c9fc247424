// A part of a new index: a glass database written from memory in one go.
//
// Xapian keeps the postings of pending documents in maps of maps, and looking up one term after the
// other in them is what adding documents costs. Here terms become numbers, postings are sorted as
// integers, and each table is written once, in the order of its keys. The files are what Xapian
// itself would read and write; it merges them. Sources of the formats: backends/glass of Xapian
// 1.4, glass_postlist.cc, glass_values.cc, glass_termlisttable.cc, glass_version.cc.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "Deflate.hpp"
#include "GlassEncoding.hpp"
#include "GlassTable.hpp"
#include "Guard.hpp"
#include "Location.hpp"
#include "Packed.hpp"
#include "TermNumbers.hpp"

namespace cx {
namespace {

using glass::append_last_number;
using glass::append_number;
using glass::append_sortable;
using glass::append_string;
using glass::append_term;

/// A chunk of postings or values is closed once it has this many bytes, as in Xapian.
constexpr size_t chunk_bytes = 2000;
/// Entries up to this size are not worth compressing, as in Xapian.
constexpr uint32_t compress_min = 18;
/// Of zlib. 6, which Xapian takes, gives 0.4 % less in an eighth more time.
constexpr int level = 4;
/// As in Document.cpp.
constexpr size_t max_document_bytes = 96u << 20;

/// The values of one slot, and what Xapian keeps of them.
struct Slot {
  uint32_t frequency = 0;
  std::string lower, upper;
  uint32_t first = 0, last = 0;
  std::string chunk;
};

/// One posting: the higher half is what it is sorted by, the lower the wdf.
constexpr uint64_t pack(uint32_t key, uint32_t wdf) { return uint64_t{key} << 32 | wdf; }
constexpr uint32_t key_of(uint64_t posting) { return static_cast<uint32_t>(posting >> 32); }
constexpr uint32_t wdf_of(uint64_t posting) { return static_cast<uint32_t>(posting); }

/// Adds an entry, compressed if that makes it shorter.
void add_compressed(glass::TableWriter& table, Deflater& deflater, std::string_view key,
                    std::string_view tag) {
  const auto compressed =
      tag.size() > compress_min ? deflater.compress(tag) : std::optional<std::string_view>();
  table.add(key, compressed.value_or(tag), compressed.has_value());
}

/// Writes the chunks of one list of postings.
class ChunkWriter {
 public:
  explicit ChunkWriter(glass::TableWriter& table) : table_(table) {}

  /// `prefix`: the key of the first chunk; `separator` stands between it and the document id in
  /// the keys of the others. `entries` and `frequency` are said of the list in the first chunk.
  void write(std::string_view prefix, std::string_view separator, uint32_t entries,
             uint32_t frequency, const uint64_t* postings, size_t count) {
    for (size_t at = 0; at < count;) {
      const size_t begin = at;
      const uint32_t first = key_of(postings[begin]);
      body_.clear();
      append_number(body_, wdf_of(postings[at++]));
      while (at < count && body_.size() < chunk_bytes) {
        append_number(body_, key_of(postings[at]) - key_of(postings[at - 1]) - 1);
        append_number(body_, wdf_of(postings[at++]));
      }
      key_ = prefix;
      tag_.clear();
      if (begin == 0) {
        append_number(tag_, entries);
        append_number(tag_, frequency);
        append_number(tag_, first - 1);
      } else {
        key_ += separator;
        append_sortable(key_, first);
      }
      tag_ += at == count ? '1' : '0';
      append_number(tag_, key_of(postings[at - 1]) - first);
      tag_ += body_;
      table_.add(key_, tag_, false);
    }
  }

 private:
  glass::TableWriter& table_;
  std::string body_, key_, tag_;
};

}  // namespace
}  // namespace cx

/// The documents so far. Their data is in its file already, the rest in memory.
struct cx_part {
  explicit cx_part(const char* folder)
      : path(std::string(folder) + "/"), data_table(path + "docdata.glass") {}

  void put(std::string_view packed);
  void finish();

 private:
  using Postings = std::vector<uint64_t>;

  void take_values(std::string& used);
  void take_terms(cx::PackedReader& reader);
  void write_terms(const std::vector<uint32_t>& ranks, cx::glass::TableWriter& table,
                   std::vector<uint32_t>& frequencies);
  void append_terms(std::string& tag, size_t begin, size_t end);
  void write_postings(cx::glass::TableWriter& table, const std::vector<uint32_t>& frequencies);
  void close_chunk(uint32_t number, cx::Slot& slot);
  void write_version(const cx::glass::TableWriter& postings,
                     const cx::glass::TableWriter& terms) const;

  const std::string path;
  cx::glass::TableWriter data_table;
  cx::Deflater text_deflater{cx::level};
  cx::Deflater terms_deflater{cx::level};
  cx::TermNumbers terms;
  /// By document, and in a document in the order given: the term's number, its wdf.
  Postings by_document;
  /// Where in `by_document` each document ends.
  std::vector<size_t> ends;
  /// Of each document: the slots it has values in, as Xapian packs them.
  std::vector<std::string> used_slots;
  /// By document: its id and its length.
  Postings lengths;
  std::map<uint32_t, cx::Slot> slots;
  /// What stands before the terms in the table of postings, by key.
  std::map<std::string, std::string> specials;
  /// The values of the document being put.
  std::map<uint32_t, std::string_view> values;
  /// Its terms.
  std::vector<cx::TermNumbers::Lookup> lookups;
  std::vector<uint32_t> wdfs;
  uint64_t total_length = 0;
  uint32_t least_length = 0, greatest_length = 0, greatest_wdf = 0;
};

void cx_part::put(std::string_view packed) {
  if (packed.size() > cx::max_document_bytes) {
    cx::refuse("a document of " + std::to_string(packed.size()) + " bytes is over the limit of " +
               std::to_string(cx::max_document_bytes));
  }
  cx::PackedReader reader(packed);
  const std::string_view data = reader.bytes(reader.u32());
  values.clear();
  for (uint16_t left = reader.u16(); left > 0; --left) {
    const uint32_t slot = reader.u32();
    if (slot == Xapian::BAD_VALUENO) cx::refuse("a value slot has the reserved number 4294967295");
    values[slot] = reader.bytes(reader.u32());
  }
  take_terms(reader);
  std::string key;
  cx::glass::append_sortable(key, static_cast<uint32_t>(ends.size() + 1));
  if (!data.empty()) cx::add_compressed(data_table, text_deflater, key, data);
  ends.push_back(by_document.size());
  take_values(used_slots.emplace_back());
}

void cx_part::take_terms(cx::PackedReader& reader) {
  lookups.clear();
  wdfs.clear();
  uint64_t length = 0;
  for (uint32_t left = reader.u32(); left > 0; --left) {
    const uint8_t size = reader.u8();
    const uint8_t flags = reader.u8();
    const uint16_t wdf = reader.u16();
    const std::string_view term = reader.bytes(size);
    cx::require_term(term);
    if (flags > 1) cx::refuse("a term has unknown flags " + std::to_string(flags));
    lookups.push_back(terms.prepare(term));
    wdfs.push_back(flags == 1 ? 0 : wdf);
    length += wdfs.back();
  }
  if (!reader.at_end()) {
    cx::refuse("a packed document is followed by " + std::to_string(reader.remaining()) +
               " bytes");
  }
  if (length > UINT32_MAX) cx::refuse("the terms' frequencies in one document exceed 32 bits");
  for (const cx::TermNumbers::Lookup& lookup : lookups) terms.prefetch(lookup);
  for (size_t at = 0; at < lookups.size(); ++at) {
    by_document.push_back(cx::pack(terms.number(lookups[at]), wdfs[at]));
  }
  const uint32_t id = static_cast<uint32_t>(ends.size() + 1), sum = static_cast<uint32_t>(length);
  lengths.push_back(cx::pack(id, sum));
  if (sum > 0 && (least_length == 0 || sum < least_length)) least_length = sum;
  greatest_length = std::max(greatest_length, sum);
  total_length += sum;
}

void cx_part::take_values(std::string& used) {
  const uint32_t id = static_cast<uint32_t>(ends.size());
  uint32_t previous = UINT32_MAX;
  for (const auto& [number, value] : values) {
    if (value.empty()) continue;
    cx::append_number(used, number - previous - 1);
    previous = number;
    cx::Slot& slot = slots[number];
    if (slot.frequency++ == 0) {
      slot.lower = slot.upper = value;
    } else if (value < slot.lower) {
      slot.lower = value;
    } else if (value > slot.upper) {
      slot.upper = value;
    }
    if (slot.chunk.empty()) {
      slot.first = id;
    } else {
      cx::append_number(slot.chunk, id - slot.last - 1);
    }
    cx::append_string(slot.chunk, value);
    slot.last = id;
    if (slot.chunk.size() >= cx::chunk_bytes) close_chunk(number, slot);
  }
}

void cx_part::close_chunk(uint32_t number, cx::Slot& slot) {
  if (slot.chunk.empty()) return;
  std::string key("\0\xd8", 2);
  cx::append_number(key, number);
  cx::append_sortable(key, slot.first);
  specials[std::move(key)] = std::move(slot.chunk);
  slot.chunk.clear();
}

void cx_part::finish() {
  data_table.finish();
  const std::vector<uint32_t> ranks = terms.sort();
  std::vector<uint32_t> frequencies(terms.count());
  cx::glass::TableWriter terms_table(path + "termlist.glass");
  write_terms(ranks, terms_table, frequencies);
  terms_table.finish();
  cx::glass::TableWriter postings_table(path + "postlist.glass");
  write_postings(postings_table, frequencies);
  postings_table.finish();
  write_version(postings_table, terms_table);
}

/// Writes the lists of terms, and leaves `by_document` sorted by term in each document.
void cx_part::write_terms(const std::vector<uint32_t>& ranks, cx::glass::TableWriter& table,
                          std::vector<uint32_t>& frequencies) {
  std::string key, tag;
  size_t begin = 0, kept = 0;
  for (size_t document = 0; document < ends.size(); ++document) {
    const size_t end = ends[document], first = kept;
    for (size_t at = begin; at < end; ++at) {
      by_document[at] = cx::pack(ranks[cx::key_of(by_document[at])], cx::wdf_of(by_document[at]));
    }
    std::sort(&by_document[0] + begin, &by_document[0] + end);
    for (size_t at = begin; at < end; ++at) {
      const uint64_t posting = by_document[at];
      if (kept > first && cx::key_of(by_document[kept - 1]) == cx::key_of(posting)) {
        // A repeated term: both halves are within 32 bits, as their sum over the document is.
        by_document[kept - 1] += cx::wdf_of(posting);
      } else {
        by_document[kept++] = posting;
        ++frequencies[cx::key_of(posting)];
      }
    }
    begin = end;
    ends[document] = kept;
    tag.clear();
    if (kept > first) {
      cx::append_number(tag, cx::wdf_of(lengths[document]));
      append_terms(tag, first, kept);
    }
    key.clear();
    cx::append_sortable(key, static_cast<uint32_t>(document + 1));
    cx::add_compressed(table, terms_deflater, key, tag);
    if (!used_slots[document].empty()) {
      key += '\0';
      cx::add_compressed(table, terms_deflater, key, used_slots[document]);
    }
  }
}

/// Appends the terms of a document, each without what it has in common with the one before.
void cx_part::append_terms(std::string& tag, size_t begin, size_t end) {
  cx::append_number(tag, end - begin);
  std::string_view previous;
  for (size_t at = begin; at < end; ++at) {
    if (at + 8 < end) terms.prefetch(cx::key_of(by_document[at + 8]));
    const std::string_view term = terms.term(cx::key_of(by_document[at]));
    const uint32_t wdf = cx::wdf_of(by_document[at]);
    greatest_wdf = std::max(greatest_wdf, wdf);
    if (at == begin) {
      tag += static_cast<char>(term.size());
      tag += term;
      cx::append_number(tag, wdf);
    } else {
      size_t common = 0;
      const size_t most = std::min(previous.size(), term.size());
      while (common < most && previous[common] == term[common]) ++common;
      // A small wdf is packed into the same byte.
      const size_t packed = wdf < 127 ? (wdf + 1) * (previous.size() + 1) + common : 256;
      tag += static_cast<char>(packed < 256 ? packed : common);
      tag += static_cast<char>(term.size() - common);
      tag += term.substr(common);
      if (packed >= 256) cx::append_number(tag, wdf);
    }
    previous = term;
  }
}

void cx_part::write_postings(cx::glass::TableWriter& table,
                             const std::vector<uint32_t>& frequencies) {
  for (auto& [number, slot] : slots) {
    close_chunk(number, slot);
    std::string key("\0\xd0", 2), tag;
    cx::append_last_number(key, number);
    cx::append_number(tag, slot.frequency);
    cx::append_string(tag, slot.lower);
    if (slot.upper != slot.lower) tag += slot.upper;
    specials[std::move(key)] = std::move(tag);
  }
  for (const auto& [key, tag] : specials) table.add(key, tag, false);
  specials.clear();

  cx::ChunkWriter chunks(table);
  chunks.write(std::string_view("\0\xe0", 2), "", 0, 0, lengths.data(), lengths.size());

  // By term, and of a term by document.
  std::vector<size_t> places(terms.count() + 1);
  for (uint32_t rank = 0; rank < terms.count(); ++rank) {
    places[rank + 1] = places[rank] + frequencies[rank];
  }
  Postings by_term(places[terms.count()]);
  size_t at = 0;
  for (size_t document = 0; document < ends.size(); ++document) {
    for (; at < ends[document]; ++at) {
      by_term[places[cx::key_of(by_document[at])]++] =
          cx::pack(static_cast<uint32_t>(document + 1), cx::wdf_of(by_document[at]));
    }
  }
  by_document = {};
  std::string key;
  size_t begin = 0;
  for (uint32_t rank = 0; rank < terms.count(); ++rank) {
    const size_t end = places[rank];
    if (begin == end) continue;
    uint64_t sum = 0;
    for (size_t place = begin; place < end; ++place) sum += cx::wdf_of(by_term[place]);
    key.clear();
    cx::glass::append_term(key, terms.term(rank));
    chunks.write(key, std::string_view("\0", 1), frequencies[rank], static_cast<uint32_t>(sum),
                 &by_term[begin], end - begin);
    begin = end;
  }
}

void cx_part::write_version(const cx::glass::TableWriter& postings,
                            const cx::glass::TableWriter& terms) const {
  std::string bytes("\x0f\x0dXapian Glass\x04\x6e", 16);
  std::random_device device;
  for (int word = 0; word < 4; ++word) {
    const uint32_t drawn = device();
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(drawn >> shift);
  }
  cx::append_number(bytes, cx::glass::revision);
  postings.append_root(bytes, 0);
  data_table.append_root(bytes, cx::compress_min);
  terms.append_root(bytes, cx::compress_min);
  // Positions, spellings, synonyms: tables that are not there.
  for (const uint32_t least : {0u, cx::compress_min, cx::compress_min}) {
    for (const uint32_t number : {0u, 3u, 0u, uint32_t{cx::glass::Block::size >> 11}, least, 0u}) {
      cx::append_number(bytes, number);
    }
  }
  cx::append_number(bytes, ends.size());
  cx::append_number(bytes, 0);  // Ids that were given to no document.
  cx::append_number(bytes, least_length);
  cx::append_number(bytes, greatest_wdf);
  cx::append_number(bytes, greatest_length - greatest_wdf);
  cx::append_number(bytes, 0);  // The oldest set of changes.
  cx::append_number(bytes, total_length);
  cx::append_number(bytes, 0);  // The most frequent spelling.
  cx::glass::write_file(path + "iamglass", bytes);
}

cx_status cx_part_create(const char* path, cx_part** out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::require_vacant(path);
    if (::mkdir(path, 0777) != 0 && errno != EEXIST) {
      throw Xapian::DatabaseCreateError(std::string("Cannot create directory '") + path + "'",
                                        errno);
    }
    *out = std::make_unique<cx_part>(path).release();
  });
}

cx_status cx_part_put(cx_part* part, const uint8_t* document, size_t length, cx_failure* failure) {
  return cx::guard(failure, [&] { part->put(cx::view(document, length)); });
}

cx_status cx_part_finish(cx_part* part, cx_failure* failure) {
  return cx::guard(failure, [&] { part->finish(); });
}

void cx_part_free(cx_part* part) { delete part; }
