#include "TermNumbers.hpp"

#include <algorithm>
#include <cstring>
#include <random>

#include "Guard.hpp"

namespace cx {
namespace {

/// Up to eight bytes from `at`, the first one highest, so that numbers compare as the bytes do.
uint64_t eight_bytes(std::string_view term, size_t at) noexcept {
  uint64_t value = 0;
  for (size_t end = at + 8; at < end; ++at) {
    value = value << 8 | (at < term.size() ? static_cast<uint8_t>(term[at]) : 0);
  }
  return value;
}

uint64_t draw_seed() {
  std::random_device device;
  return uint64_t{device()} << 32 | device();
}

}  // namespace

TermNumbers::TermNumbers() : seed_(draw_seed()), slots_(1u << 16) {}

uint32_t TermNumbers::hash(std::string_view term) const noexcept {
  constexpr uint64_t multiplier = 0x9E3779B97F4A7C15;
  uint64_t value = seed_ ^ term.size();
  const char* at = term.data();
  size_t left = term.size();
  for (; left >= 8; left -= 8, at += 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    value = (value ^ word) * multiplier;
    value ^= value >> 32;
  }
  uint64_t word = 0;
  std::memcpy(&word, at, left);
  value = (value ^ word) * multiplier;
  value ^= value >> 29;
  return static_cast<uint32_t>((value * multiplier) >> 32);
}

uint32_t TermNumbers::number(const Lookup& lookup) {
  const std::string_view term = lookup.term;
  const size_t mask = slots_.size() - 1;
  size_t at = lookup.hash & mask;
  for (; slots_[at].number_after != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == lookup.hash && slot.length == term.size() &&
        std::memcmp(bytes_.data() + slot.start, term.data(), term.size()) == 0) {
      return slot.number_after - 1;
    }
  }
  if (bytes_.size() + term.size() > UINT32_MAX) {
    throw Refusal(CX_INTERNAL, "the terms of one part are over 4 GiB");
  }
  const uint32_t start = static_cast<uint32_t>(bytes_.size());
  bytes_ += term;
  starts_.push_back(static_cast<uint32_t>(bytes_.size()));
  slots_[at] = Slot{lookup.hash, count(), start, static_cast<uint32_t>(term.size())};
  const uint32_t added = count() - 1;
  if (count() > slots_.size() / 2) grow();
  return added;
}

void TermNumbers::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number_after == 0) continue;
    size_t at = slot.hash & mask;
    while (larger[at].number_after != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::vector<uint32_t> TermNumbers::sort() {
  // Nearly all differ in their first sixteen bytes.
  struct Entry {
    uint64_t first, second;
    uint32_t number;
  };
  slots_ = {};
  std::vector<Entry> entries(count());
  for (uint32_t number = 0; number < count(); ++number) {
    entries[number] = Entry{eight_bytes(term(number), 0), eight_bytes(term(number), 8), number};
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& left, const Entry& right) {
    if (left.first != right.first) return left.first < right.first;
    if (left.second != right.second) return left.second < right.second;
    return term(left.number) < term(right.number);
  });
  std::vector<uint32_t> ranks(count());
  std::string bytes;
  bytes.reserve(bytes_.size());
  std::vector<uint32_t> starts{0};
  starts.reserve(starts_.size());
  for (uint32_t rank = 0; rank < entries.size(); ++rank) {
    ranks[entries[rank].number] = rank;
    bytes += term(entries[rank].number);
    starts.push_back(static_cast<uint32_t>(bytes.size()));
  }
  bytes_ = std::move(bytes);
  starts_ = std::move(starts);
  return ranks;
}

}  // namespace cx
