// Gathering the documents of a part; PartTables.cpp writes them.
#include "Part.hpp"

#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "Document.hpp"
#include "GlassEncoding.hpp"
#include "Guard.hpp"
#include "Location.hpp"

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
  if (!data.empty()) cx::add_compressed(data_table, deflater, key, data);
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
    cx::glass::append_number(used, number - previous - 1);
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
      cx::glass::append_number(slot.chunk, id - slot.last - 1);
    }
    cx::glass::append_string(slot.chunk, value);
    slot.last = id;
    if (slot.chunk.size() >= cx::chunk_bytes) close_chunk(number, slot);
  }
}

void cx_part::close_chunk(uint32_t number, cx::Slot& slot) {
  if (slot.chunk.empty()) return;
  std::string key("\0\xd8", 2);
  cx::glass::append_number(key, number);
  cx::glass::append_sortable(key, slot.first);
  specials[std::move(key)] = std::move(slot.chunk);
  slot.chunk.clear();
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
