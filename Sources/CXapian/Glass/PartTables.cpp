// Writing the tables of a part. Sources of the formats: backends/glass of Xapian 1.4,
// glass_postlist.cc, glass_values.cc, glass_termlisttable.cc, glass_version.cc.
#include <algorithm>
#include <optional>
#include <random>

#include "GlassEncoding.hpp"
#include "Part.hpp"

namespace cx {
namespace {

using glass::append_number;
using glass::append_sortable;

/// Writes the chunks of one list of postings.
class ChunkWriter {
 public:
  explicit ChunkWriter(glass::TableWriter& table) : table_(table) {}

  /// `prefix`: the key of the first chunk; `separator` stands between it and the document id in
  /// the keys of the others. `entries` and `frequency` describe the list, in its first chunk.
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

void add_compressed(glass::TableWriter& table, Deflater& deflater, std::string_view key,
                    std::string_view tag) {
  const auto compressed =
      tag.size() > compress_min ? deflater.compress(tag) : std::optional<std::string_view>();
  table.add(key, compressed.value_or(tag), compressed.has_value());
}

}  // namespace cx

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
    std::sort(by_document.data() + begin, by_document.data() + end);
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
      cx::glass::append_number(tag, cx::wdf_of(lengths[document]));
      append_terms(tag, first, kept);
    }
    key.clear();
    cx::glass::append_sortable(key, static_cast<uint32_t>(document + 1));
    cx::add_compressed(table, deflater, key, tag);
    if (!used_slots[document].empty()) {
      key += '\0';
      cx::add_compressed(table, deflater, key, used_slots[document]);
    }
  }
}

/// Appends the terms of a document, each without what it has in common with the one before.
void cx_part::append_terms(std::string& tag, size_t begin, size_t end) {
  cx::glass::append_number(tag, end - begin);
  std::string_view previous;
  for (size_t at = begin; at < end; ++at) {
    if (at + 8 < end) terms.prefetch(cx::key_of(by_document[at + 8]));
    const std::string_view term = terms.term(cx::key_of(by_document[at]));
    const uint32_t wdf = cx::wdf_of(by_document[at]);
    greatest_wdf = std::max(greatest_wdf, wdf);
    if (at == begin) {
      tag += static_cast<char>(term.size());
      tag += term;
      cx::glass::append_number(tag, wdf);
    } else {
      size_t common = 0;
      const size_t most = std::min(previous.size(), term.size());
      while (common < most && previous[common] == term[common]) ++common;
      // A small wdf is packed into the same byte.
      const size_t packed = wdf < 127 ? (wdf + 1) * (previous.size() + 1) + common : 256;
      tag += static_cast<char>(packed < 256 ? packed : common);
      tag += static_cast<char>(term.size() - common);
      tag += term.substr(common);
      if (packed >= 256) cx::glass::append_number(tag, wdf);
    }
    previous = term;
  }
}

void cx_part::write_postings(cx::glass::TableWriter& table,
                             const std::vector<uint32_t>& frequencies) {
  for (auto& [number, slot] : slots) {
    close_chunk(number, slot);
    std::string key("\0\xd0", 2), tag;
    cx::glass::append_last_number(key, number);
    cx::glass::append_number(tag, slot.frequency);
    cx::glass::append_string(tag, slot.lower);
    if (slot.upper != slot.lower) tag += slot.upper;
    specials[std::move(key)] = std::move(tag);
  }
  for (const auto& [key, tag] : specials) table.add(key, tag, false);
  specials.clear();

  cx::ChunkWriter chunks(table);
  chunks.write(std::string_view("\0\xe0", 2), "", 0, 0, lengths.data(), lengths.size());

  // By term, and for each term by document.
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
  cx::glass::append_number(bytes, cx::glass::revision);
  postings.append_root(bytes, 0);
  data_table.append_root(bytes, cx::compress_min);
  terms.append_root(bytes, cx::compress_min);
  // Positions, spellings, synonyms: tables that are not there.
  for (const uint32_t least : {0u, cx::compress_min, cx::compress_min}) {
    for (const uint32_t number : {0u, 3u, 0u, uint32_t{cx::glass::Block::size >> 11}, least, 0u}) {
      cx::glass::append_number(bytes, number);
    }
  }
  cx::glass::append_number(bytes, ends.size());
  cx::glass::append_number(bytes, 0);  // Ids that were given to no document.
  cx::glass::append_number(bytes, least_length);
  cx::glass::append_number(bytes, greatest_wdf);
  cx::glass::append_number(bytes, greatest_length - greatest_wdf);
  cx::glass::append_number(bytes, 0);  // The oldest set of changes.
  cx::glass::append_number(bytes, total_length);
  cx::glass::append_number(bytes, 0);  // The most frequent spelling.
  cx::glass::write_file(path + "iamglass", bytes);
}
