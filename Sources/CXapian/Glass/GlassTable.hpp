// Writing a table of a glass database from sorted entries.
#ifndef CXAPIAN_GLASS_TABLE_HPP
#define CXAPIAN_GLASS_TABLE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cx::glass {

/// One block of a table while it is filled: a directory that grows up, items that grow down.
///
/// Bytes 0–3 revision, 4 level, 5–6 and 7–8 free bytes (in one piece; in all), 9–10 end of the
/// directory, then two bytes an item, its offset; numbers are big-endian.
class Block {
 public:
  static constexpr size_t size = 8192;
  static constexpr size_t header_bytes = 11;
  static constexpr size_t offset_bytes = 2;
  /// The largest item: four of them have to fit.
  static constexpr size_t max_item_bytes = (size - header_bytes - 4 * offset_bytes) / 4;

  Block() : bytes_(size) {}

  bool has_room(size_t item_bytes) const noexcept {
    return data_ - directory_end_ >= item_bytes + offset_bytes;
  }
  /// Adds an item after all others; there must be room.
  void append(std::string_view item);
  /// Completes the block and lends its bytes until it is emptied.
  const std::vector<uint8_t>& seal(uint8_t level);
  void clear();

 private:
  std::vector<uint8_t> bytes_;
  size_t directory_end_ = header_bytes;
  size_t data_ = size;
};

/// A B-tree in a file, filled from the left: entries come in the order of their keys, blocks are
/// written as they become full, and none is written twice.
class TableWriter {
 public:
  /// Makes the file; there must be none.
  explicit TableWriter(std::string path);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Adds an entry. Keys of 1 to 255 bytes, each greater than the one before. A tag too long for
  /// an item is cut into up to 65,535 of them.
  void add(std::string_view key, std::string_view tag, bool compressed);

  /// Writes what is left, down to the disk, and closes the file.
  void finish();

  /// Appends what the version file says about the finished table.
  ///
  /// `compress_min`: tags up to this length are never compressed; 0: none are.
  void append_root(std::string& out, uint32_t compress_min) const;

 private:
  /// The first key of a block, cut where it first differs from the last key of the block before,
  /// and the number of its piece of a tag.
  struct Separator {
    std::string key;
    uint16_t piece = 0;
  };
  /// The block being filled at some level, and its separator.
  struct Level {
    Block block;
    Separator separator;
  };

  void add_item(std::string_view key, uint16_t piece);
  void add_branch(size_t level, const Separator& separator, uint32_t child);
  uint32_t write(Block& block, size_t level);
  void flush();

  std::string path_;
  int file_ = -1;
  std::vector<Level> levels_{1};
  /// The item being added.
  std::string item_;
  std::string last_key_;
  std::string pending_;
  uint32_t blocks_ = 0;
  uint32_t entries_ = 0;
  uint32_t root_ = 0;
};

/// Writes a small file that is not there yet, down to the disk.
void write_file(const std::string& path, std::string_view bytes);

/// The number that all blocks and the version file of a table written here carry.
constexpr uint32_t revision = 1;
/// The most levels a table has.
constexpr size_t max_levels = 10;
/// How the version file begins.
constexpr std::string_view version_magic("\x0f\x0dXapian Glass\x04\x6e", 16);

}  // namespace cx::glass

#endif
