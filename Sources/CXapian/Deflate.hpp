// Compressing entries as Xapian does.
#ifndef CXAPIAN_DEFLATE_HPP
#define CXAPIAN_DEFLATE_HPP

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cx {

/// A raw deflate stream (RFC 1951), reused from one entry to the next.
class Deflater {
 public:
  /// `level`: 1, fast, to 9, small.
  explicit Deflater(int level);
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// The bytes compressed, valid until the next call; none if that would not be shorter.
  std::optional<std::string_view> compress(std::string_view bytes);

 private:
  z_stream stream_{};
  std::string out_;
};

}  // namespace cx

#endif
