// Compressing entries for Xapian to read.
#ifndef CXAPIAN_DEFLATE_HPP
#define CXAPIAN_DEFLATE_HPP

#include <libdeflate.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cx {

/// Raw deflate streams (RFC 1951), one an entry.
class Deflater {
 public:
  /// `level`: 1, fast, to 12, small.
  explicit Deflater(int level);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// The bytes compressed, valid until the next call; none if that would not be shorter.
  std::optional<std::string_view> compress(std::string_view bytes);

 private:
  libdeflate_compressor* compressor_;
  std::string out_;
};

}  // namespace cx

#endif
