// Streams out of a reader: a value slot, the terms of the database.
#include <algorithm>
#include <string>

#include "Guard.hpp"
#include "Packed.hpp"
#include "Reader.hpp"

cx_status cx_reader_values(cx_reader* reader, uint32_t slot, uint32_t from, size_t budget,
                           cx_bytes* out, uint32_t* next, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    const auto end = reader->database.valuestream_end(slot);
    auto at = reader->database.valuestream_begin(slot);
    if (at != end && from > 1) at.skip_to(from);
    // At least one record, however small the budget: the caller always moves on.
    for (; at != end && (writer.size() == 0 || writer.size() < budget); ++at) {
      const std::string value = *at;
      writer.u32(at.get_docid());
      writer.u32(cx::length32(value));
      writer.bytes(value);
    }
    *next = at == end ? 0 : at.get_docid();
    writer.keep();
  });
}

cx_status cx_reader_all_terms(cx_reader* reader, const uint8_t* prefix, size_t prefix_length,
                              const uint8_t* after, size_t after_length, size_t limit,
                              cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    const std::string begin(cx::view(prefix, prefix_length));
    const std::string last(cx::view(after, after_length));
    if (!begin.empty()) cx::require_term(begin);
    if (!last.empty()) cx::require_term(last);
    const auto end = reader->database.allterms_end(begin);
    auto at = reader->database.allterms_begin(begin);
    // Skipping to a place before the prefix would leave the prefix, so only forward.
    if (at != end && !last.empty() && *at <= last) {
      at.skip_to(last);
      if (at != end && *at == last) ++at;
    }
    for (; limit > 0 && at != end; ++at, --limit) {
      const std::string term = *at;
      writer.u8(cx::length8(term));
      writer.u32(at.get_termfreq());
      writer.bytes(term);
    }
    writer.keep();
  });
}
