// Source of the format: backends/glass/glass_values.cc of Xapian 1.4.
#include "GlassValues.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "GlassEncoding.hpp"
#include "GlassPostings.hpp"
#include "Guard.hpp"

namespace cx::glass {
namespace {

constexpr std::string_view statistics_prefix("\0\xd0", 2);
constexpr std::string_view chunk_prefix("\0\xd8", 2);

using Take = std::function<void(uint32_t id, std::string_view value)>;

std::string slot_key(uint32_t slot) {
  std::string key(chunk_prefix);
  append_number(key, slot);
  return key;
}

/// The values of a slot that a database has, by ascending number.
void each_value(TableReader& table, uint32_t slot, const Take& take) {
  const std::string prefix = slot_key(slot);
  for (bool found = table.seek(prefix);
       found && table.key().substr(0, prefix.size()) == prefix; found = table.next()) {
    uint32_t id = Decoder(table.key().substr(prefix.size())).sortable();
    Decoder in(table.tag());
    while (true) {
      take(id, in.string());
      if (in.at_end()) break;
      id += in.number32() + 1;
    }
  }
}

/// The slots that a database has values in.
std::set<uint32_t> slots_of(TableReader& table) {
  std::set<uint32_t> slots;
  for (bool found = table.seek(statistics_prefix);
       found && table.key().substr(0, 2) == statistics_prefix; found = table.next()) {
    slots.insert(Decoder(table.key().substr(2)).last_number());
  }
  return slots;
}

/// What Xapian keeps of a slot.
struct Statistics {
  uint32_t frequency = 0;
  std::string lower, upper;

  void add(std::string_view least, std::string_view greatest, uint32_t count) {
    if (frequency == 0 || least < lower) lower = least;
    if (frequency == 0 || greatest > upper) upper = greatest;
    frequency += count;
  }
};

/// Writes the chunks of one slot.
class ChunkWriter {
 public:
  ChunkWriter(TableWriter& table, uint32_t slot) : table_(table), prefix_(slot_key(slot)) {}

  void add(uint32_t id, std::string_view value) {
    if (chunk_.empty()) {
      first_ = id;
    } else {
      append_number(chunk_, id - last_ - 1);
    }
    append_string(chunk_, value);
    last_ = id;
    if (chunk_.size() >= chunk_bytes) finish();
  }

  void finish() {
    if (chunk_.empty()) return;
    key_ = prefix_;
    append_sortable(key_, first_);
    table_.add(key_, chunk_, false);
    chunk_.clear();
  }

 private:
  TableWriter& table_;
  const std::string prefix_;
  std::string key_, chunk_;
  uint32_t first_ = 0, last_ = 0;
};

/// The values of a slot that documents of the generation before keep or were given.
void each_left(const Sources& sources, TableReader& table, uint32_t slot, const Take& take) {
  auto given = sources.values.lower_bound({slot, 0});
  const auto take_given = [&](uint32_t before) {
    for (; given != sources.values.end() && given->first.first == slot &&
           given->first.second < before;
         ++given) {
      const uint32_t number = sources.numbering[given->first.second];
      if (number != 0 && !given->second.empty()) take(number, given->second);
    }
  };
  each_value(table, slot, [&](uint32_t id, std::string_view value) {
    take_given(id);
    if (given != sources.values.end() && given->first == std::pair(slot, id)) return;
    if (const uint32_t number = sources.numbering[id]; number != 0) take(number, value);
  });
  take_given(UINT32_MAX);
}

}  // namespace

std::vector<uint64_t> write_values(const Sources& sources, const Version* version,
                                   TableWriter& table) {
  std::vector<uint64_t> used(size_t{sources.last_id} + 1);
  std::set<uint32_t> slots;
  for (const RunFile& run : sources.runs) {
    for (const RunFile::Slot& slot : run.slots) slots.insert(slot.number);
  }
  for (const auto& [place, value] : sources.values) slots.insert(place.first);
  const Root none;
  TableReader old(sources.previous + "/postlist.glass", version ? version->postings : none);
  slots.merge(slots_of(old));
  if (!slots.empty() && *slots.rbegin() >= max_slots) {
    refuse("a value slot has the number " + std::to_string(*slots.rbegin()));
  }

  std::map<std::string, std::string> statistics;
  std::map<std::string, uint32_t> by_key;
  for (const uint32_t slot : slots) {
    Statistics found;
    each_left(sources, old, slot,
              [&](uint32_t, std::string_view value) { found.add(value, value, 1); });
    for (const RunFile& run : sources.runs) {
      for (const RunFile::Slot& added : run.slots) {
        if (added.number == slot) found.add(added.lower, added.upper, added.frequency);
      }
    }
    if (found.frequency == 0) continue;
    std::string key(statistics_prefix), tag;
    append_last_number(key, slot);
    append_number(tag, found.frequency);
    append_string(tag, found.lower);
    if (found.upper != found.lower) tag += found.upper;
    statistics[std::move(key)] = std::move(tag);
    by_key[slot_key(slot)] = slot;
  }
  for (const auto& [key, tag] : statistics) table.add(key, tag, false);
  for (const auto& [key, slot] : by_key) {
    sources.check_for_stop();
    ChunkWriter chunks(table, slot);
    const auto add = [&, bit = uint64_t{1} << slot](uint32_t id, std::string_view value) {
      if (id >= used.size()) Decoder::fail();
      used[id] |= bit;
      chunks.add(id, value);
    };
    each_left(sources, old, slot, add);
    for (size_t at = 0; at < sources.runs.size(); ++at) {
      for (const RunFile::Slot& added : sources.runs[at].slots) {
        if (added.number != slot) continue;
        RunStream values = sources.runs[at].values(added);
        for (uint32_t id = sources.bases[at]; !values.at_end();) {
          id += values.number32() + 1;
          add(id, values.string());
        }
      }
    }
    chunks.finish();
  }
  return used;
}

void write_slots(const std::vector<uint64_t>& used, TableWriter& table) {
  std::string key, tag;
  for (uint32_t id = 1; id < used.size(); ++id) {
    if (used[id] == 0) continue;
    key.clear();
    append_sortable(key, id);
    key += '\0';
    tag.clear();
    uint32_t next = 0;
    for (uint32_t slot = 0; slot < max_slots; ++slot) {
      if ((used[id] >> slot & 1) == 0) continue;
      append_number(tag, slot - next);
      next = slot + 1;
    }
    table.add(key, tag, false);
  }
  table.finish();
}

}  // namespace cx::glass
