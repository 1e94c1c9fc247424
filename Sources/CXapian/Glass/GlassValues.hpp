// Value slots in the table of postings.
#ifndef CXAPIAN_GLASS_VALUES_HPP
#define CXAPIAN_GLASS_VALUES_HPP

#include <cstdint>
#include <vector>

#include "Generation/Generation.hpp"
#include "GlassTable.hpp"
#include "GlassTableReader.hpp"

namespace cx::glass {

/// Slots have numbers below this, so that those of a document fit into 64 bits.
constexpr uint32_t max_slots = 64;

/// Writes what is kept of every slot, and then all values. Returns for each document, by number, the
/// slots it has values in: a bit for each.
std::vector<uint64_t> write_values(const Sources& sources, const Version* version,
                                   TableWriter& table);

/// Writes the table of terms by document, of which only the slots of each are kept: a server needs
/// them to send a document.
void write_slots(const std::vector<uint64_t>& used, TableWriter& table);

}  // namespace cx::glass

#endif
