// Opening a reader, and looking up single things in it.
#include "Reader.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "Guard.hpp"
#include "Location.hpp"
#include "Packed.hpp"

cx_status cx_reader_open(const cx_place* places, size_t count, cx_reader** out,
                         cx_failure* failure) {
  return cx::guard(failure, [&] {
    if (count == 0) cx::refuse("there is nothing to read");
    auto reader = std::make_unique<cx_reader>();
    for (const cx_place* place = places; place != places + count; ++place) {
      const bool is_remote = place->port != 0;
      reader->shards.push_back(is_remote ? Xapian::Remote::open(place->name, place->port)
                                         : cx::open_database(place->name));
      reader->database.add_database(reader->shards.back());
      reader->has_remote = reader->has_remote || is_remote;
    }
    *out = reader.release();
  });
}

void cx_reader_close(cx_reader* reader) {
  if (reader == nullptr) return;
  cx_failure ignored;
  cx::guard(&ignored, [&] { reader->database.close(); });
  cx::guard(&ignored, [&] { delete reader; });
}

cx_status cx_reader_counts(cx_reader* reader, cx_counts* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    const Xapian::Database& database = reader->database;
    cx_counts counts = {};
    counts.documents = database.get_doccount();
    counts.last_id = database.get_lastdocid();
    counts.average_length = database.get_avlength();
    counts.shards = static_cast<uint32_t>(database.size());
    counts.has_remote = reader->has_remote ? 1 : 0;
    *out = counts;
  });
}

cx_status cx_reader_metadata(cx_reader* reader, uint32_t shard, const uint8_t* key,
                             size_t key_length, cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    const std::string_view name = cx::view(key, key_length);
    cx::require_key(name);
    if (shard >= reader->shards.size()) cx::refuse("there is no such database");
    writer.bytes(reader->shards[shard].get_metadata(std::string(name)));
    writer.keep();
  });
}

cx_status cx_reader_frequencies(cx_reader* reader, const uint8_t* terms, size_t length,
                                size_t term_count, uint32_t* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedReader packed(cx::view(terms, length));
    std::vector<uint32_t> frequencies;
    std::string term;
    for (size_t at = 0; at < term_count; ++at) {
      const std::string_view bytes = packed.bytes(packed.u8());
      cx::require_term(bytes);
      term.assign(bytes);
      frequencies.push_back(reader->database.get_termfreq(term));
    }
    if (!packed.at_end()) cx::refuse("more packed terms than announced");
    std::copy(frequencies.begin(), frequencies.end(), out);
  });
}

cx_status cx_reader_find(cx_reader* reader, const uint8_t* term, size_t length, uint32_t* out,
                         cx_failure* failure) {
  return cx::guard(failure, [&] {
    const std::string_view bytes = cx::view(term, length);
    cx::require_term(bytes);
    const std::string name(bytes);
    const auto first = reader->database.postlist_begin(name);
    *out = first == reader->database.postlist_end(name) ? 0 : *first;
  });
}

namespace {

/// A document of the reader. Xapian calls the id 0 an invalid argument; to a caller it is absent.
Xapian::Document fetch(cx_reader* reader, uint32_t id) {
  if (id == 0) throw cx::Refusal(CX_NOT_FOUND, "no document has the id 0");
  return reader->database.get_document(id);
}

}  // namespace

cx_status cx_reader_data(cx_reader* reader, uint32_t id, cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    writer.bytes(fetch(reader, id).get_data());
    writer.keep();
  });
}

cx_status cx_reader_value(cx_reader* reader, uint32_t id, uint32_t slot, cx_bytes* out,
                          cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    writer.bytes(fetch(reader, id).get_value(slot));
    writer.keep();
  });
}

cx_status cx_reader_values_of(cx_reader* reader, const uint32_t* ids, size_t id_count,
                              uint32_t slot, cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    for (size_t at = 0; at < id_count; ++at) {
      if (ids[at] == 0) throw cx::Refusal(CX_NOT_FOUND, "no document has the id 0");
      // Hits exist, so looking that up can be spared where the database is at hand.
      const auto document = reader->database.get_document(ids[at], Xapian::DOC_ASSUME_VALID);
      const std::string value = document.get_value(slot);
      writer.u32(cx::length32(value));
      writer.bytes(value);
    }
    writer.keep();
  });
}

namespace {

/// Refuses ids that do not ascend from 1.
void require_ascending(const uint32_t* ids, size_t id_count) {
  for (size_t at = 0; at < id_count; ++at) {
    if (ids[at] == 0) throw cx::Refusal(CX_NOT_FOUND, "no document has the id 0");
    if (at > 0 && ids[at] <= ids[at - 1]) cx::refuse("document ids do not ascend");
  }
}

}  // namespace

cx_status cx_reader_lengths(cx_reader* reader, const uint32_t* ids, size_t id_count,
                            uint32_t* lengths, cx_failure* failure) {
  return cx::guard(failure, [&] {
    require_ascending(ids, id_count);
    for (size_t at = 0; at < id_count; ++at) {
      lengths[at] = reader->database.get_doclength(ids[at]);
    }
  });
}

cx_status cx_reader_occurrences(cx_reader* reader, const uint32_t* ids, size_t id_count,
                                const uint8_t* terms, size_t length, size_t term_count,
                                int only_presence, uint32_t* wdfs, cx_failure* failure) {
  return cx::guard(failure, [&] {
    const Xapian::Database& database = reader->database;
    require_ascending(ids, id_count);
    std::fill_n(wdfs, term_count * id_count, 0);
    cx::PackedReader packed(cx::view(terms, length));
    std::string term;
    for (size_t row = 0; row < term_count; ++row) {
      const std::string_view bytes = packed.bytes(packed.u8());
      cx::require_term(bytes);
      term.assign(bytes);
      auto posting = database.postlist_begin(term);
      const auto none = database.postlist_end(term);
      for (size_t at = 0; at < id_count && posting != none; ++at) {
        posting.skip_to(ids[at]);
        if (posting != none && *posting == ids[at]) {
          wdfs[row * id_count + at] = only_presence != 0 ? 1 : posting.get_wdf();
        }
      }
    }
    if (!packed.at_end()) cx::refuse("more packed terms than announced");
  });
}
