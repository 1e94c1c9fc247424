// Terms as numbers, for counting and sorting.
#ifndef CXAPIAN_TERM_NUMBERS_HPP
#define CXAPIAN_TERM_NUMBERS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cx {

/// Gives every different term a number, in the order first seen. Open addressing; the hash begins
/// with a number drawn by lot, so that no text can be made to collide.
class TermNumbers {
 public:
  TermNumbers();

  /// The number of a term of 1 to 255 bytes.
  uint32_t number(std::string_view term);

  uint32_t count() const noexcept { return static_cast<uint32_t>(starts_.size() - 1); }

  /// Renumbers the terms by their bytes; returns the new number of each. Afterwards only `term`
  /// and `count` may be used.
  std::vector<uint32_t> sort();

  std::string_view term(uint32_t number) const noexcept {
    return std::string_view(bytes_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number_after = 0;  ///< The number + 1; 0 for an empty slot.
  };

  uint32_t hash(std::string_view term) const noexcept;
  void grow();

  const uint64_t seed_;
  std::string bytes_;
  std::vector<uint32_t> starts_{0};
  std::vector<Slot> slots_;
};

}  // namespace cx

#endif
