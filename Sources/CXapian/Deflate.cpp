#include "Deflate.hpp"

#include <limits>
#include <new>

#include "Guard.hpp"

namespace cx {

Deflater::Deflater(int level) {
  // Negative: raw, with the largest window. 9: most memory, 256 KiB.
  if (deflateInit2(&stream_, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Deflater::~Deflater() { deflateEnd(&stream_); }

std::optional<std::string_view> Deflater::compress(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  if (out_.size() < bytes.size()) out_.resize(bytes.size());
  if (deflateReset(&stream_) != Z_OK) throw Refusal(CX_INTERNAL, "zlib cannot begin again");
  // zlib does not write to its input; its older interface only does not say so.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_.avail_in = static_cast<uInt>(bytes.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
  stream_.avail_out = static_cast<uInt>(bytes.size() - 1);
  if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;
  return std::string_view(out_).substr(0, bytes.size() - 1 - stream_.avail_out);
}

}  // namespace cx
