#include "Document.hpp"

#include <limits>
#include <string>

#include "Packed.hpp"

namespace cx {
namespace {

void unpack_values(PackedReader& reader, Xapian::Document& document) {
  for (uint16_t left = reader.u16(); left > 0; --left) {
    const uint32_t slot = reader.u32();
    if (slot == Xapian::BAD_VALUENO) refuse("a value slot has the reserved number 4294967295");
    document.add_value(slot, std::string(reader.bytes(reader.u32())));
  }
}

void unpack_terms(PackedReader& reader, Xapian::Document& document) {
  uint64_t length = 0;  // Of the document: the sum of its wdf, 32 bits inside Xapian.
  std::string term;     // One buffer for all of them.
  for (uint32_t left = reader.u32(); left > 0; --left) {
    const uint8_t size = reader.u8();
    const uint8_t flags = reader.u8();
    const uint16_t wdf = reader.u16();
    const std::string_view bytes = reader.bytes(size);
    require_term(bytes);
    if (flags > 1) refuse("a term has unknown flags " + std::to_string(flags));
    term.assign(bytes);
    if (flags == 1) {
      document.add_boolean_term(term);
    } else {
      length += wdf;
      document.add_term(term, wdf);
    }
  }
  if (length > std::numeric_limits<Xapian::termcount>::max()) {
    refuse("the terms' frequencies in one document exceed 32 bits");
  }
}

}  // namespace

Xapian::Document unpack_document(std::string_view packed) {
  if (packed.size() > max_document_bytes) {
    refuse("a document of " + std::to_string(packed.size()) + " bytes is over the limit of " +
           std::to_string(max_document_bytes));
  }
  PackedReader reader(packed);
  Xapian::Document document;
  document.set_data(std::string(reader.bytes(reader.u32())));
  unpack_values(reader, document);
  unpack_terms(reader, document);
  if (!reader.at_end()) {
    refuse("a packed document is followed by " + std::to_string(reader.remaining()) + " bytes");
  }
  return document;
}

}  // namespace cx
