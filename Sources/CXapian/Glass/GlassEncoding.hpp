// The encodings of numbers, strings and keys in the files of a glass database: what Xapian 1.4
// calls pack_uint and the like. Written to the end of a std::string, read by a Decoder.
#ifndef CXAPIAN_GLASS_ENCODING_HPP
#define CXAPIAN_GLASS_ENCODING_HPP

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace cx::glass {

/// Seven bits a byte, lowest first; the high bit says that more follow.
inline void append_number(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// A length and the bytes.
inline void append_string(std::string& out, std::string_view bytes) {
  append_number(out, bytes.size());
  out += bytes;
}

/// A number as the last thing in a key: as few bytes as it needs, lowest first, none for 0.
inline void append_last_number(std::string& out, uint32_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

/// A document id in a key: sorts as the number does. Two bytes below 0x8000; above, the first byte
/// begins with a one bit for each byte of 7 bits there are besides the first two.
inline void append_sortable(std::string& out, uint32_t value) {
  if (value < 0x8000) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
    return;
  }
  size_t length = 3;
  for (uint32_t rest = value >> 22; rest != 0; rest >>= 7) ++length;
  const uint64_t marked = uint64_t{value} | uint64_t{(0xFFu << (10 - length)) & 0xFF}
                                                << (8 * (length - 1));
  for (size_t at = length; at > 0; --at) out += static_cast<char>(marked >> (8 * (at - 1)));
}

/// Reads the encodings in turn; throws a Xapian::DatabaseCorruptError rather than read past the end.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) noexcept
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool at_end() const noexcept { return at_ == end_; }
  std::string_view rest() const noexcept {
    return std::string_view(at_, static_cast<size_t>(end_ - at_));
  }

  uint64_t number() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const uint8_t byte = next();
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }

  uint32_t number32() {
    const uint64_t value = number();
    if (value > UINT32_MAX) fail();
    return static_cast<uint32_t>(value);
  }

  uint8_t next() {
    if (at_ == end_) fail();
    return static_cast<uint8_t>(*at_++);
  }

  std::string_view bytes(uint64_t count) {
    if (count > static_cast<uint64_t>(end_ - at_)) fail();
    const std::string_view field(at_, count);
    at_ += count;
    return field;
  }

  std::string_view string() { return bytes(number()); }

  /// What `append_last_number` wrote, up to the end.
  uint32_t last_number() {
    uint64_t value = 0;
    for (unsigned shift = 0; !at_end(); shift += 8) {
      if (shift > 24) fail();
      value |= uint64_t{next()} << shift;
    }
    return static_cast<uint32_t>(value);
  }

  uint32_t sortable() {
    uint64_t value = next();
    unsigned more = 1;
    for (uint8_t mark = 0x80; mark > 0x08 && (value & mark) != 0; mark >>= 1) {
      value &= ~uint64_t{mark};
      ++more;
    }
    for (; more > 0; --more) value = value << 8 | next();
    if (value > UINT32_MAX) fail();
    return static_cast<uint32_t>(value);
  }

  [[noreturn]] static void fail() {
    throw Xapian::DatabaseCorruptError("an entry is cut off or has impossible numbers");
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace cx::glass

#endif
