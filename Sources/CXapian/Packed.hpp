// Packed buffers: a bounds-checked reader over the caller's bytes, and a writer into a cx_bytes.
#ifndef CXAPIAN_PACKED_HPP
#define CXAPIAN_PACKED_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "CXapian.h"
#include "Guard.hpp"

namespace cx {

/// The caller's bytes as a view; NULL is the empty one.
inline std::string_view view(const uint8_t* bytes, size_t length) noexcept {
  return bytes == nullptr ? std::string_view()
                          : std::string_view(reinterpret_cast<const char*>(bytes), length);
}

/// Refuses a term that no database can hold: empty, or over CX_MAX_TERM_BYTES with each NUL
/// counted twice.
void require_term(std::string_view term);

/// Refuses a metadata key that is empty or over 200 bytes.
void require_key(std::string_view key);

/// Reads little-endian numbers and byte strings in turn; throws a Refusal rather than read past
/// the end. What it returns borrows the buffer.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) noexcept : rest_(bytes) {}

  bool at_end() const noexcept { return rest_.empty(); }
  size_t remaining() const noexcept { return rest_.size(); }

  uint8_t u8() { return static_cast<uint8_t>(number(1)); }
  uint16_t u16() { return static_cast<uint16_t>(number(2)); }
  uint32_t u32() { return static_cast<uint32_t>(number(4)); }
  double f64();
  std::string_view bytes(size_t length);

 private:
  uint64_t number(size_t width);

  std::string_view rest_;
};

/// Fills a cx_bytes from its start, growing it as needed (std::bad_alloc if that fails). Unless
/// `keep` is called at the end, the buffer is left empty: a failed call hands out no half result.
class PackedWriter {
 public:
  explicit PackedWriter(cx_bytes* out) noexcept : out_(out) { out_->count = 0; }
  ~PackedWriter() {
    if (!kept_) out_->count = 0;
  }
  PackedWriter(const PackedWriter&) = delete;
  PackedWriter& operator=(const PackedWriter&) = delete;

  size_t size() const noexcept { return out_->count; }
  void u8(uint8_t value) { number(value, 1); }
  void u16(uint16_t value) { number(value, 2); }
  void u32(uint32_t value) { number(value, 4); }
  void bytes(std::string_view bytes);
  void keep() noexcept { kept_ = true; }

 private:
  void number(uint64_t value, size_t width);
  uint8_t* extend(size_t length);

  cx_bytes* out_;
  bool kept_ = false;
};

/// The length of a string for a 4-byte field; a Refusal if it does not fit.
uint32_t length32(std::string_view bytes);

/// The length of a term for a 1-byte field; CX_UNSUPPORTED if it does not fit, as no local
/// database can hold such a term.
uint8_t length8(std::string_view term);

}  // namespace cx

#endif
