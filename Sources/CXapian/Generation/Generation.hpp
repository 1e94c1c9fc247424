// A generation: a database written in one go from the one before, less what is gone from it, and
// runs of new documents. Nothing is ever changed in it.
#ifndef CXAPIAN_GENERATION_HPP
#define CXAPIAN_GENERATION_HPP

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "CXapian.h"
#include "RunFile.hpp"

namespace cx {

/// Which number a document of the generation before has in the new one.
class Numbering {
 public:
  Numbering() = default;
  /// `removed` ascend. `renumber`: what is left moves up to fill the gaps.
  Numbering(uint32_t last, const std::vector<uint32_t>& removed, bool renumber);

  /// The new number; 0 if the document is gone.
  uint32_t operator[](uint32_t id) const noexcept {
    if (id >= removed_to_.size() || id == 0 || removed_to_[id] != removed_to_[id - 1]) return 0;
    return renumbers_ ? id - removed_to_[id] : id;
  }
  /// Whether all of first…last keep their numbers.
  bool keeps(uint32_t first, uint32_t last) const noexcept {
    return !renumbers_ && last < removed_to_.size() && first > 0 && first <= last &&
           removed_to_[last] == removed_to_[first - 1];
  }
  /// The greatest number given.
  uint32_t last() const noexcept { return last_; }

 private:
  /// How many are gone up to each number.
  std::vector<uint32_t> removed_to_;
  bool renumbers_ = false;
  uint32_t last_ = 0;
};

/// What a generation is made of.
struct Sources {
  explicit Sources(const cx_generation& request);

  /// Ends the work if the caller asks for it.
  void check_for_stop() const;

  std::string path;
  /// The folder of the generation before; empty for none.
  std::string previous;
  Numbering numbering;
  /// The new values of documents of the generation before, by slot and number.
  std::map<std::pair<uint32_t, uint32_t>, std::string> values;
  std::vector<RunFile> runs;
  /// For each run, the number before that of its first document.
  std::vector<uint32_t> bases;
  uint32_t last_id = 0;
  std::map<std::string, std::string> metadata;

 private:
  int (*should_stop_)(void*);
  void* context_;
};

/// Writes the tables by ourselves, several times faster than Xapian does.
void write_tables(const Sources& sources);

/// Has Xapian write them: what is written otherwise is compared with, and what remains if the
/// library's format is not the one we know.
void write_by_xapian(const Sources& sources);

}  // namespace cx

#endif
