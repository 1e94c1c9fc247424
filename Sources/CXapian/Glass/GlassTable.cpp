// Sources of the format: backends/glass/glass_table.h and glass_version.cc of Xapian 1.4.
#include "GlassTable.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "GlassEncoding.hpp"
#include "Guard.hpp"

namespace cx::glass {
namespace {

/// An item is two bytes of length (over its first three bytes) and flags, a byte of length and the
/// key, and the tag; in pieces after the first, two bytes of the piece's number before the tag.
constexpr size_t item_header_bytes = 3;
constexpr size_t piece_bytes = 2;
constexpr uint16_t is_compressed = 0x8000, is_last = 0x4000, is_first = 0x2000;

/// How much is written at a time.
constexpr size_t write_bytes = 64 * Block::size;
constexpr size_t max_key_bytes = 255;

void put16(uint8_t* at, size_t value) {
  at[0] = static_cast<uint8_t>(value >> 8);
  at[1] = static_cast<uint8_t>(value);
}

void append16(std::string& out, size_t value) {
  out += static_cast<char>(value >> 8);
  out += static_cast<char>(value);
}

[[noreturn]] void fail(const std::string& path, int number) {
  throw Xapian::DatabaseError("Couldn't write " + path, number);
}

int create_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0) fail(path, errno);
  return file;
}

void write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) fail(path, errno);
    if (count > 0) bytes.remove_prefix(static_cast<size_t>(count));
  }
}

void close_file(int file, const std::string& path) {
  if (::fsync(file) != 0) {
    const int number = errno;
    ::close(file);
    fail(path, number);
  }
  if (::close(file) != 0) fail(path, errno);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  const int file = create_file(path);
  try {
    write_all(file, bytes, path);
  } catch (...) {
    ::close(file);
    throw;
  }
  close_file(file, path);
}

void Block::append(std::string_view item) {
  data_ -= item.size();
  std::memcpy(&bytes_[data_], item.data(), item.size());
  put16(&bytes_[directory_end_], data_);
  directory_end_ += offset_bytes;
}

const std::vector<uint8_t>& Block::seal(uint8_t level) {
  put16(&bytes_[0], revision >> 16);
  put16(&bytes_[2], revision & 0xFFFF);
  bytes_[4] = level;
  put16(&bytes_[5], data_ - directory_end_);
  put16(&bytes_[7], data_ - directory_end_);
  put16(&bytes_[9], directory_end_);
  std::fill(&bytes_[directory_end_], &bytes_[0] + data_, uint8_t{0});
  return bytes_;
}

void Block::clear() {
  directory_end_ = header_bytes;
  data_ = size;
}

TableWriter::TableWriter(std::string path) : path_(std::move(path)) {
  file_ = create_file(path_);
  pending_.reserve(write_bytes);
  // Every table begins with an entry of an empty key, which is not counted.
  append16(item_, is_first | is_last);
  item_ += '\0';
  levels_[0].block.append(item_);
}

TableWriter::~TableWriter() {
  if (file_ >= 0) ::close(file_);
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  if (key.empty() || key.size() > max_key_bytes || (entries_ > 0 && key <= last_key_)) {
    throw Refusal(CX_INTERNAL, path_ + ": a key is out of order, empty or too long");
  }
  const size_t overhead = item_header_bytes + key.size();
  for (uint32_t piece = 1; piece == 1 || !tag.empty(); ++piece) {
    if (piece > UINT16_MAX) throw Refusal(CX_INTERNAL, path_ + ": an entry is too long");
    const size_t room = Block::max_item_bytes - overhead - (piece > 1 ? piece_bytes : 0);
    const std::string_view part = tag.substr(0, room);
    tag.remove_prefix(part.size());
    const size_t size = overhead + (piece > 1 ? piece_bytes : 0) + part.size();
    item_.clear();
    append16(item_, (size - item_header_bytes) | (compressed ? is_compressed : 0) |
                        (piece == 1 ? is_first : 0) | (tag.empty() ? is_last : 0));
    item_ += static_cast<char>(key.size());
    item_ += key;
    if (piece > 1) append16(item_, piece);
    item_ += part;
    add_item(key, static_cast<uint16_t>(piece));
  }
  last_key_ = key;
  ++entries_;
}

void TableWriter::add_item(std::string_view key, uint16_t piece) {
  Level& leaf = levels_[0];
  if (!leaf.block.has_room(item_.size())) {
    const Separator separator = leaf.separator;
    const uint32_t block = write(leaf.block, 0);
    add_branch(1, separator, block);
    // One byte more than both have in common; further pieces of an entry differ by number alone.
    size_t length = 0;
    if (piece > 1) {
      length = key.size();
    } else {
      while (length < std::min(key.size(), last_key_.size()) && key[length] == last_key_[length]) {
        ++length;
      }
      length = std::min(length + 1, key.size());
    }
    levels_[0].separator = Separator{std::string(key.substr(0, length)), piece};
  }
  levels_[0].block.append(item_);
}

void TableWriter::add_branch(size_t level, const Separator& separator, uint32_t child) {
  if (level >= max_levels) throw Refusal(CX_INTERNAL, path_ + ": too many entries");
  if (level == levels_.size()) levels_.emplace_back();
  // A branch's item is the number of the block below, the key with its length, the piece.
  std::string item;
  append16(item, child >> 16);
  append16(item, child & 0xFFFF);
  item += static_cast<char>(separator.key.size());
  item += separator.key;
  append16(item, separator.piece);
  if (!levels_[level].block.has_room(item.size())) {
    const Separator own = levels_[level].separator;
    const uint32_t block = write(levels_[level].block, level);
    add_branch(level + 1, own, block);
    levels_[level].separator = separator;
  }
  levels_[level].block.append(item);
}

uint32_t TableWriter::write(Block& block, size_t level) {
  const std::vector<uint8_t>& bytes = block.seal(static_cast<uint8_t>(level));
  pending_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  block.clear();
  if (pending_.size() >= write_bytes) flush();
  if (blocks_ == UINT32_MAX) throw Refusal(CX_INTERNAL, path_ + ": too many blocks");
  return blocks_++;
}

void TableWriter::flush() {
  write_all(file_, pending_, path_);
  pending_.clear();
}

void TableWriter::finish() {
  if (entries_ > 0) {
    // What is being filled at each level becomes an item of the level above; the last is the root.
    for (size_t level = 0; level < levels_.size(); ++level) {
      const Separator separator = levels_[level].separator;
      root_ = write(levels_[level].block, level);
      if (level + 1 < levels_.size()) add_branch(level + 1, separator, root_);
    }
    flush();
  }
  close_file(std::exchange(file_, -1), path_);
}

void TableWriter::append_root(std::string& out, uint32_t compress_min) const {
  const bool is_empty = entries_ == 0;
  append_number(out, root_);
  append_number(out, (levels_.size() - 1) << 2 | (is_empty ? 3 : 2));
  append_number(out, entries_);
  append_number(out, Block::size >> 11);
  append_number(out, compress_min);
  std::string free_blocks;
  if (!is_empty) {
    append_number(free_blocks, revision);
    append_number(free_blocks, blocks_);
    free_blocks.append(4, '\0');
  }
  append_string(out, free_blocks);
}

}  // namespace cx::glass
