#include "Deflate.hpp"

#include <new>

#include "Guard.hpp"
#include "LateLoading.h"

#ifdef __APPLE__
#define FIRST "libdeflate.0.dylib"
#define SECOND "libdeflate.dylib"
#else
#define FIRST "libdeflate.so.0"
#define SECOND "libdeflate.so"
#endif

#define FUNCTIONS(X)                                                                                \
  X(libdeflate_compressor*, libdeflate_alloc_compressor, (int level), (level), nullptr)             \
  X(size_t, libdeflate_deflate_compress,                                                            \
    (libdeflate_compressor * compressor, const void* in, size_t in_count, void* out,                \
     size_t out_count),                                                                             \
    (compressor, in, in_count, out, out_count), 0)                                                  \
  X(void, libdeflate_free_compressor, (libdeflate_compressor * compressor), (compressor), (void)0)

LATE_LIBRARY(FUNCTIONS, FIRST, SECOND)

namespace cx {

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (compressor_ != nullptr) return;
  if (late_missing() == nullptr) throw std::bad_alloc();
  throw Refusal(CX_INTERNAL, std::string("libdeflate (Debian's libdeflate0) cannot be loaded: ") +
                                 late_missing());
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
