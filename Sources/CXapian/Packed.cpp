#include "Packed.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

void cx_bytes_free(cx_bytes* bytes) {
  std::free(bytes->data);
  *bytes = cx_bytes{nullptr, 0, 0};
}

namespace cx {

void require_term(std::string_view term) {
  if (term.empty()) refuse("a term is empty");
  const auto zeros = static_cast<size_t>(std::count(term.begin(), term.end(), '\0'));
  const size_t size = term.size() + zeros;
  if (size > CX_MAX_TERM_BYTES) {
    refuse("a term of " + std::to_string(size) + " bytes is over the limit of " +
           std::to_string(CX_MAX_TERM_BYTES));
  }
}

void require_key(std::string_view key) {
  if (key.empty() || key.size() > 200) {
    refuse("a metadata key has " + std::to_string(key.size()) + " bytes, not 1 to 200");
  }
}

uint64_t PackedReader::number(size_t width) {
  const std::string_view field = bytes(width);
  uint64_t value = 0;
  for (size_t at = width; at > 0; --at) {
    value = value << 8 | static_cast<unsigned char>(field[at - 1]);
  }
  return value;
}

double PackedReader::f64() {
  const uint64_t bits = number(8);
  double value = 0;
  static_assert(sizeof value == sizeof bits, "f64 is an IEEE 754 double");
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::string_view PackedReader::bytes(size_t length) {
  if (length > rest_.size()) {
    refuse("a packed buffer ends early: " + std::to_string(length) + " bytes announced, " +
           std::to_string(rest_.size()) + " left");
  }
  const std::string_view field = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return field;
}

void PackedWriter::bytes(std::string_view bytes) {
  if (bytes.empty()) return;
  std::memcpy(extend(bytes.size()), bytes.data(), bytes.size());
}

void PackedWriter::number(uint64_t value, size_t width) {
  uint8_t* field = extend(width);
  for (size_t at = 0; at < width; ++at) field[at] = static_cast<uint8_t>(value >> (8 * at));
}

uint8_t* PackedWriter::extend(size_t length) {
  if (out_->capacity - out_->count < length) {
    if (length > std::numeric_limits<size_t>::max() / 4 - out_->count) throw std::bad_alloc();
    const size_t wanted = std::max<size_t>(256, 2 * (out_->count + length));
    void* grown = std::realloc(out_->data, wanted);
    if (grown == nullptr) throw std::bad_alloc();
    out_->data = static_cast<uint8_t*>(grown);
    out_->capacity = wanted;
  }
  uint8_t* start = out_->data + out_->count;
  out_->count += length;
  return start;
}

uint32_t length32(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uint32_t>::max()) refuse("a value is over 4 GiB");
  return static_cast<uint32_t>(bytes.size());
}

uint8_t length8(std::string_view term) {
  if (term.size() > std::numeric_limits<uint8_t>::max()) {
    throw Refusal(CX_UNSUPPORTED, "the database holds a term of over 255 bytes");
  }
  return static_cast<uint8_t>(term.size());
}

}  // namespace cx
