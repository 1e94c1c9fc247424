// Lists of postings in the table of postings: chunks of a database there was, and runs, put together
// to the chunks of a new one.
#ifndef CXAPIAN_GLASS_POSTINGS_HPP
#define CXAPIAN_GLASS_POSTINGS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "GlassTable.hpp"
#include "GlassTableReader.hpp"
#include "Generation/Generation.hpp"

namespace cx::glass {

/// A chunk of postings or values is closed once it has this many bytes, as in Xapian.
inline constexpr size_t chunk_bytes = 2000;

/// One chunk of a list as it stands in a table.
struct Chunk {
  /// Of the first chunk of a list: how many documents have the term, and how often in all.
  uint32_t entries = 0;
  uint64_t occurrences = 0;
  uint32_t first = 0, last = 0;
  /// As `RunTerms::postings`.
  std::string_view postings;

  /// Reads a chunk's tag; `first` is the number in the key, 0 in the key of a first chunk.
  static Chunk read(std::string_view tag, uint32_t first);
};

/// Collects one list and writes it. Postings come in ascending order of the documents.
class PostingList {
 public:
  /// Counts postings to come: how many, and the sum of their wdf.
  void add_totals(uint64_t entries, uint64_t occurrences) noexcept {
    entries_ += entries;
    occurrences_ += occurrences;
  }
  /// Adds postings as they are.
  void add(uint32_t first, uint32_t last, std::string_view postings);
  /// Adds the postings of those documents that are left, by their new numbers; the others no longer
  /// count.
  void add_left(const Chunk& chunk, const Numbering& numbering);

  bool is_empty() const noexcept { return pieces_.empty(); }

  /// Writes the chunks and empties the list. `key` is that of the first chunk, and `separator`
  /// stands between it and the number in the keys of the others. The list of documents' lengths
  /// has no totals.
  void write(TableWriter& table, std::string_view key, std::string_view separator,
             bool has_totals = true);

 private:
  struct Piece {
    uint32_t first, last;
    size_t begin, end;
  };

  void add_piece(uint32_t first, uint32_t last, std::string_view postings);

  std::vector<Piece> pieces_;
  std::string bytes_;
  uint64_t entries_ = 0;
  uint64_t occurrences_ = 0;
  std::string key_, tag_, body_;
};

/// Goes over the lists of terms of a table, chunk by chunk.
class TermChunks {
 public:
  explicit TermChunks(TableReader& table);

  /// The term looked at; empty at the end.
  const std::string& term() const noexcept { return term_; }

  /// Adds what is left of the term's list to `list`, and goes to the next term.
  void take(PostingList& list, const Numbering& numbering);

 private:
  void start();
  bool is_further(std::string_view key) const noexcept;

  TableReader& table_;
  bool has_entry_;
  std::string term_;
};

}  // namespace cx::glass

#endif
