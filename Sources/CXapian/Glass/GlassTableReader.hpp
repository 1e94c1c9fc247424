// Reading a table of a glass database from left to right.
#ifndef CXAPIAN_GLASS_TABLE_READER_HPP
#define CXAPIAN_GLASS_TABLE_READER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cx::glass {

/// Where a table begins, from the version file.
struct Root {
  uint32_t block = 0;
  uint32_t level = 0;
  bool is_empty = true;
  uint32_t block_size = 0;
};

/// What the version file of a database says.
struct Version {
  Root postings, data;
  uint32_t documents = 0;
  uint32_t last_id = 0;
  uint32_t greatest_wdf = 0;

  /// Reads the version file in `folder`.
  static Version read(const std::string& folder);
};

/// Goes over the entries of a table in the order of their keys. Throws Xapian::DatabaseCorruptError
/// where a block is not what it should be.
class TableReader {
 public:
  TableReader(std::string path, const Root& root);
  ~TableReader();
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// Goes to the first entry whose key is not less than `key`; returns whether there is one.
  bool seek(std::string_view key);
  /// Goes to the next entry; returns whether there is one.
  bool next();

  /// The entry's key and value, valid until the next move.
  std::string_view key() const noexcept { return key_; }
  std::string_view tag() const noexcept { return tag_; }
  bool is_compressed() const noexcept { return is_compressed_; }

 private:
  /// The block looked at on one level, and which of its items.
  struct Level {
    std::vector<uint8_t> bytes;
    size_t items = 0;
    size_t at = 0;
  };
  struct Item {
    std::string_view key;
    uint32_t piece = 1;
    /// Of a leaf: the piece of the tag.
    std::string_view tag;
    bool is_first = true, is_last = true, is_compressed = false;
    /// Of a branch: the block below.
    uint32_t child = 0;
  };

  void load(size_t level, uint32_t block);
  Item item(size_t level, size_t at) const;
  bool advance();
  bool take();

  std::string path_;
  int file_ = -1;
  Root root_;
  /// From the leaf up.
  std::vector<Level> levels_;
  std::string_view key_, tag_;
  bool is_compressed_ = false;
  /// A key and a tag of several pieces.
  std::string long_key_, long_tag_;
};

}  // namespace cx::glass

#endif
