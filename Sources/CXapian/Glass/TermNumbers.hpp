// Terms as numbers, for counting and sorting.
#ifndef CXAPIAN_TERM_NUMBERS_HPP
#define CXAPIAN_TERM_NUMBERS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cx {

/// Gives every different term a number, in the order first seen. Open addressing; the hash starts
/// from a random number, so that no text can be made to collide.
class TermNumbers {
 public:
  TermNumbers();

  /// A term to be looked up, and its hash.
  struct Lookup {
    std::string_view term;
    uint32_t hash;
  };

  /// Most terms looked up are not in the cache, and neither is their place in the table. So look-ups
  /// are done many at a time in three steps, each of which has memory fetched for the next.
  ///
  /// The first: a term of 1 to 255 bytes, which has to stay where it is until the last.
  Lookup prepare(std::string_view term) const noexcept {
    const Lookup lookup{term, hash(term)};
    __builtin_prefetch(&slots_[lookup.hash & (slots_.size() - 1)]);
    return lookup;
  }

  /// The second.
  void prefetch(const Lookup& lookup) const noexcept {
    const Slot& slot = slots_[lookup.hash & (slots_.size() - 1)];
    if (slot.hash == lookup.hash) __builtin_prefetch(bytes_.data() + slot.start);
  }

  /// The last: the number of the term.
  uint32_t number(const Lookup& lookup);

  uint32_t count() const noexcept { return static_cast<uint32_t>(starts_.size() - 1); }

  /// Renumbers the terms by their bytes; returns the new number of each. Afterwards only `term`
  /// and `count` may be used.
  std::vector<uint32_t> sort();

  std::string_view term(uint32_t number) const noexcept {
    return std::string_view(bytes_.data() + starts_[number], starts_[number + 1] - starts_[number]);
  }

  /// Has the bytes of a term fetched.
  void prefetch(uint32_t number) const noexcept {
    __builtin_prefetch(bytes_.data() + starts_[number]);
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number_after = 0;  ///< The number + 1; 0 for an empty slot.
    uint32_t start = 0;         ///< Where its bytes are, and how many.
    uint32_t length = 0;
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
