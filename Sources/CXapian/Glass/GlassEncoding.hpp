// The encodings of numbers, strings and keys in the files of a glass database: what Xapian 1.4
// calls pack_uint and the like. Bytes are appended to a std::string.
#ifndef CXAPIAN_GLASS_ENCODING_HPP
#define CXAPIAN_GLASS_ENCODING_HPP

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

/// A term in a key: a zero byte is followed by 0xFF, so that whatever follows the term's end
/// sorts before longer terms.
inline void append_term(std::string& out, std::string_view term) {
  if (term.find('\0') == std::string_view::npos) {
    out += term;
    return;
  }
  for (const char byte : term) {
    out += byte;
    if (byte == '\0') out += '\xff';
  }
}

}  // namespace cx::glass

#endif
