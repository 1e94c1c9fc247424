// A part of a new index: a glass database written from memory in one go.
//
// Xapian keeps the postings of pending documents in maps of maps, and looking up one term after the
// other in them is what adding documents costs. Here terms become numbers, postings are sorted as
// integers, and each table is written once, in the order of its keys. The files are what Xapian
// itself would read and write; it merges them.
#ifndef CXAPIAN_PART_HPP
#define CXAPIAN_PART_HPP

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "CXapian.h"
#include "Deflate.hpp"
#include "GlassTable.hpp"
#include "Packed.hpp"
#include "TermNumbers.hpp"

namespace cx {

/// A chunk of postings or values is closed once it has this many bytes, as in Xapian.
inline constexpr size_t chunk_bytes = 2000;
/// Entries up to this size are not worth compressing, as in Xapian.
inline constexpr uint32_t compress_min = 18;
/// The level at which Xapian uses zlib; libdeflate is twice as fast at it.
inline constexpr int compression_level = 6;

/// The values of one slot, and what Xapian keeps of them.
struct Slot {
  uint32_t frequency = 0;
  std::string lower, upper;
  uint32_t first = 0, last = 0;
  std::string chunk;
};

/// One posting: the higher half is what it is sorted by, the lower the wdf.
inline constexpr uint64_t pack(uint32_t key, uint32_t wdf) { return uint64_t{key} << 32 | wdf; }
inline constexpr uint32_t key_of(uint64_t posting) { return static_cast<uint32_t>(posting >> 32); }
inline constexpr uint32_t wdf_of(uint64_t posting) { return static_cast<uint32_t>(posting); }

/// Adds an entry, compressed if that makes it shorter.
void add_compressed(glass::TableWriter& table, Deflater& deflater, std::string_view key,
                    std::string_view tag);

}  // namespace cx

/// The documents so far. Their data is in its file already, the rest in memory.
struct cx_part {
  explicit cx_part(const char* folder)
      : path(std::string(folder) + "/"), data_table(path + "docdata.glass") {}

  void put(std::string_view packed);
  void finish();

 private:
  using Postings = std::vector<uint64_t>;

  void take_values(std::string& used);
  void take_terms(cx::PackedReader& reader);
  void write_terms(const std::vector<uint32_t>& ranks, cx::glass::TableWriter& table,
                   std::vector<uint32_t>& frequencies);
  void append_terms(std::string& tag, size_t begin, size_t end);
  void write_postings(cx::glass::TableWriter& table, const std::vector<uint32_t>& frequencies);
  void close_chunk(uint32_t number, cx::Slot& slot);
  void write_version(const cx::glass::TableWriter& postings,
                     const cx::glass::TableWriter& terms) const;

  const std::string path;
  cx::glass::TableWriter data_table;
  cx::Deflater deflater{cx::compression_level};
  cx::TermNumbers terms;
  /// By document, and in a document in the order given: the term's number, its wdf.
  Postings by_document;
  /// Where in `by_document` each document ends.
  std::vector<size_t> ends;
  /// For each document, the slots it has values in, as Xapian packs them.
  std::vector<std::string> used_slots;
  /// By document: its id and its length.
  Postings lengths;
  std::map<uint32_t, cx::Slot> slots;
  /// What comes before the terms in the table of postings, by key.
  std::map<std::string, std::string> specials;
  /// The values of the document being put.
  std::map<uint32_t, std::string_view> values;
  /// Its terms.
  std::vector<cx::TermNumbers::Lookup> lookups;
  std::vector<uint32_t> wdfs;
  uint64_t total_length = 0;
  uint32_t least_length = 0, greatest_length = 0, greatest_wdf = 0;
};

#endif
