#include "RunFile.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cx {
namespace {

constexpr size_t buffer_bytes = 1u << 17;
/// The end of the file: five offsets, documents, greatest wdf, slots, all little-endian.
constexpr size_t trailer_bytes = 4 * 8 + 3 * 4;

uint64_t little_endian(const uint8_t* at, size_t width) {
  uint64_t value = 0;
  for (size_t byte = width; byte > 0; --byte) value = value << 8 | at[byte - 1];
  return value;
}

}  // namespace

RunBytes::RunBytes(std::string path) : path_(std::move(path)) {
  file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file_ < 0 || ::fstat(file_, &status) != 0) {
    throw Xapian::DatabaseError("Couldn't open " + path_, errno);
  }
  size_ = static_cast<uint64_t>(status.st_size);
}

RunBytes::~RunBytes() { ::close(file_); }

void RunBytes::fail() const { throw Xapian::DatabaseCorruptError(path_ + ": a damaged run"); }

void RunBytes::read(void* bytes, size_t count, uint64_t offset) const {
  for (size_t done = 0; done < count;) {
    const ssize_t got = ::pread(file_, static_cast<char*>(bytes) + done, count - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno != EINTR) throw Xapian::DatabaseError("Couldn't read " + path_, errno);
    if (got == 0) fail();
    if (got > 0) done += static_cast<size_t>(got);
  }
}

RunStream::RunStream(std::shared_ptr<const RunBytes> file, uint64_t begin, uint64_t end)
    : file_(std::move(file)), offset_(begin), end_(end) {}

/// Makes sure that `wanted` bytes, or all that are left, are in the buffer.
void RunStream::fill(size_t wanted) {
  const size_t kept = filled_ - at_;
  if (wanted - kept > end_ - offset_) file_->fail();
  std::memmove(buffer_.data(), buffer_.data() + at_, kept);
  if (buffer_.size() < std::max(wanted, buffer_bytes)) {
    buffer_.resize(std::max(wanted, buffer_bytes));
  }
  const size_t count =
      static_cast<size_t>(std::min<uint64_t>(buffer_.size() - kept, end_ - offset_));
  file_->read(buffer_.data() + kept, count, offset_);
  offset_ += count;
  at_ = 0;
  filled_ = kept + count;
}

uint64_t RunStream::number() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ == filled_) fill(1);
    const uint8_t byte = static_cast<uint8_t>(buffer_[at_++]);
    value |= uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  file_->fail();
}

uint32_t RunStream::number32() {
  const uint64_t value = number();
  if (value > UINT32_MAX) file_->fail();
  return static_cast<uint32_t>(value);
}

std::string_view RunStream::bytes(uint64_t count) {
  if (count > filled_ - at_) fill(count);
  const std::string_view field(buffer_.data() + at_, count);
  at_ += count;
  return field;
}

RunFile::RunFile(const std::string& path) : file_(std::make_shared<RunBytes>(path)) {
  if (file_->size() < trailer_bytes) file_->fail();
  uint8_t trailer[trailer_bytes];
  const uint64_t end = file_->size() - trailer_bytes;
  file_->read(trailer, trailer_bytes, end);
  lengths_at_ = little_endian(trailer, 8);
  values_at_ = little_endian(trailer + 8, 8);
  terms_at_ = little_endian(trailer + 16, 8);
  terms_end_ = little_endian(trailer + 24, 8);
  documents = static_cast<uint32_t>(little_endian(trailer + 32, 4));
  greatest_wdf = static_cast<uint32_t>(little_endian(trailer + 36, 4));
  const uint64_t slot_count = little_endian(trailer + 40, 4);
  if (lengths_at_ > values_at_ || values_at_ > terms_at_ || terms_at_ > terms_end_ ||
      terms_end_ > end) {
    file_->fail();
  }
  uint64_t at = values_at_;
  for (uint64_t left = slot_count; left > 0; --left) {
    RunStream stream(file_, at, terms_at_);
    Slot slot;
    slot.number = stream.number32();
    slot.frequency = stream.number32();
    slot.lower = stream.string();
    slot.upper = stream.string();
    const uint64_t size = stream.number();
    slot.begin = stream.position();
    if (size > terms_at_ - slot.begin) file_->fail();
    at = slot.end = slot.begin + size;
    slots.push_back(std::move(slot));
  }
}

bool RunTerms::next() {
  if (stream_.at_end()) return false;
  const uint64_t shared = stream_.number();
  if (shared > term.size()) throw Xapian::DatabaseCorruptError("a run's terms are damaged");
  term.resize(shared);
  term += stream_.string();
  entries = stream_.number32();
  occurrences = stream_.number();
  first = stream_.number32();
  last = first + stream_.number32();
  postings = stream_.string();
  return true;
}

}  // namespace cx
