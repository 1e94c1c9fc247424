#include "Deflate.hpp"

#include <new>

namespace cx {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() { libdeflate_free_compressor(compressor_); }

std::optional<std::string_view> Deflater::compress(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  if (out_.size() < bytes.size()) out_.resize(bytes.size());
  const size_t count = libdeflate_deflate_compress(compressor_, bytes.data(), bytes.size(),
                                                   out_.data(), bytes.size() - 1);
  if (count == 0) return std::nullopt;
  return std::string_view(out_).substr(0, count);
}

}  // namespace cx
