// Sources of the format: backends/glass/glass_table.h and glass_version.cc of Xapian 1.4.
#include "GlassTableReader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <utility>

#include "GlassEncoding.hpp"
#include "GlassTable.hpp"

namespace cx::glass {
namespace {

[[noreturn]] void corrupt(const std::string& path, const char* what) {
  throw Xapian::DatabaseCorruptError(path + ": " + what);
}

int open_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw Xapian::DatabaseOpeningError("Couldn't open " + path, errno);
  return file;
}

/// Reads up to `count` bytes; fewer where the file ends.
size_t read_at(int file, void* bytes, size_t count, uint64_t offset, const std::string& path) {
  size_t done = 0;
  while (done < count) {
    const ssize_t got = ::pread(file, static_cast<char*>(bytes) + done, count - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno != EINTR) throw Xapian::DatabaseError("Couldn't read " + path, errno);
    if (got == 0) break;
    if (got > 0) done += static_cast<size_t>(got);
  }
  return done;
}

size_t get16(const uint8_t* at) { return static_cast<size_t>(at[0]) << 8 | at[1]; }

std::string_view view(const uint8_t* at, size_t count) {
  return std::string_view(reinterpret_cast<const char*>(at), count);
}

Root read_root(Decoder& in) {
  Root root;
  root.block = in.number32();
  const uint64_t flags = in.number();
  root.level = static_cast<uint32_t>(flags >> 2);
  root.is_empty = (flags & 1) != 0;
  in.number();  // Entries.
  root.block_size = in.number32() << 11;
  in.number();  // The shortest tag that may be compressed.
  in.string();  // Free blocks.
  return root;
}

}  // namespace

Version Version::read(const std::string& folder) {
  const std::string path = folder + "/iamglass";
  const int file = open_file(path);
  std::string bytes(4096, '\0');
  try {
    bytes.resize(read_at(file, bytes.data(), bytes.size(), 0, path));
  } catch (...) {
    ::close(file);
    throw;
  }
  ::close(file);
  Decoder in(bytes);
  if (in.bytes(version_magic.size()) != version_magic) corrupt(path, "another version of the format");
  in.bytes(16);   // The identity.
  in.number();    // The revision.
  Version version;
  version.postings = read_root(in);
  version.data = read_root(in);
  for (int other = 0; other < 4; ++other) read_root(in);
  version.documents = in.number32();
  version.last_id = version.documents + in.number32();
  in.number();  // The least length.
  version.greatest_wdf = in.number32();
  return version;
}

TableReader::TableReader(std::string path, const Root& root) : path_(std::move(path)), root_(root) {
  if (root_.is_empty) return;
  if (root_.block_size != Block::size) corrupt(path_, "blocks of another size");
  if (root_.level >= max_levels) corrupt(path_, "too many levels");
  levels_.resize(root_.level + 1);
  file_ = open_file(path_);
}

TableReader::~TableReader() {
  if (file_ >= 0) ::close(file_);
}

void TableReader::load(size_t level, uint32_t block) {
  Level& loaded = levels_[level];
  loaded.bytes.resize(Block::size);
  uint8_t* bytes = loaded.bytes.data();
  const uint64_t offset = uint64_t{block} * Block::size;
  if (read_at(file_, bytes, Block::size, offset, path_) != Block::size) {
    corrupt(path_, "a block is missing");
  }
  const size_t end = get16(bytes + 9);
  if (bytes[4] != level || end < Block::header_bytes || end > Block::size ||
      (end - Block::header_bytes) % Block::offset_bytes != 0) {
    corrupt(path_, "a block is damaged");
  }
  loaded.items = (end - Block::header_bytes) / Block::offset_bytes;
  loaded.at = 0;
}

TableReader::Item TableReader::item(size_t level, size_t at) const {
  const Level& loaded = levels_[level];
  if (at >= loaded.items) corrupt(path_, "a block is empty");
  const uint8_t* bytes = loaded.bytes.data();
  const size_t start = get16(bytes + Block::header_bytes + at * Block::offset_bytes);
  const size_t header = level == 0 ? 3 : 5;
  if (start + header > Block::size) corrupt(path_, "an item lies outside its block");
  const uint8_t* from = bytes + start;
  const size_t key_size = from[header - 1];
  Item item;
  size_t size = header + key_size + 2;
  if (level == 0) {
    const size_t marks = get16(from);
    item.is_compressed = (marks & 0x8000) != 0;
    item.is_last = (marks & 0x4000) != 0;
    item.is_first = (marks & 0x2000) != 0;
    size = 3 + (marks & 0x1FFF);
    if (size < header + key_size + (item.is_first ? 0 : 2)) corrupt(path_, "an item is too short");
  } else {
    item.child = static_cast<uint32_t>(get16(from)) << 16 | static_cast<uint32_t>(get16(from + 2));
  }
  if (start + size > Block::size) corrupt(path_, "an item lies outside its block");
  item.key = view(from + header, key_size);
  const uint8_t* after_key = from + header + key_size;
  if (level == 0) {
    const size_t piece = item.is_first ? 0 : 2;
    if (piece != 0) item.piece = static_cast<uint32_t>(get16(after_key));
    item.tag = view(after_key + piece, size - header - key_size - piece);
  } else {
    item.piece = static_cast<uint32_t>(get16(after_key));
  }
  return item;
}

bool TableReader::seek(std::string_view wanted) {
  if (root_.is_empty) return false;
  load(root_.level, root_.block);
  for (size_t level = root_.level; level > 0; --level) {
    Level& loaded = levels_[level];
    // The last item that does not begin behind the key; the first one's key counts as the least.
    while (loaded.at + 1 < loaded.items) {
      const Item ahead = item(level, loaded.at + 1);
      if (ahead.key > wanted || (ahead.key == wanted && ahead.piece > 1)) break;
      ++loaded.at;
    }
    load(level - 1, item(level, loaded.at).child);
  }
  while (true) {
    if (levels_[0].at < levels_[0].items) {
      const Item found = item(0, levels_[0].at);
      // Every table begins with an entry of an empty key, which is none.
      if (found.is_first && !found.key.empty() && found.key >= wanted) return take();
    }
    if (!advance()) return false;
  }
}

bool TableReader::next() { return advance() && take(); }

/// Goes to the next item of the leaves.
bool TableReader::advance() {
  if (++levels_[0].at < levels_[0].items) return true;
  size_t level = 1;
  while (level < levels_.size() && levels_[level].at + 1 >= levels_[level].items) ++level;
  if (level >= levels_.size()) return false;
  ++levels_[level].at;
  for (; level > 0; --level) load(level - 1, item(level, levels_[level].at).child);
  return true;
}

/// Takes the entry that begins at the item looked at.
bool TableReader::take() {
  Item found = item(0, levels_[0].at);
  if (!found.is_first) corrupt(path_, "an entry has no beginning");
  is_compressed_ = found.is_compressed;
  key_ = found.key;
  tag_ = found.tag;
  if (found.is_last) return true;
  long_key_ = found.key;
  long_tag_ = found.tag;
  while (!found.is_last) {
    if (!advance()) corrupt(path_, "an entry has no end");
    found = item(0, levels_[0].at);
    if (found.is_first || found.key != long_key_) corrupt(path_, "an entry has no end");
    long_tag_ += found.tag;
  }
  key_ = long_key_;
  tag_ = long_tag_;
  return true;
}

}  // namespace cx::glass
