// Counting the values of slots over all matches of a query.
#include <deque>
#include <map>
#include <string>

#include "Guard.hpp"
#include "Packed.hpp"
#include "Query.hpp"
#include "Reader.hpp"

namespace {

/// More facets at once are of no use.
constexpr size_t max_facets = 64;

using Counts = std::map<std::string, uint32_t>;

Counts counts(const Xapian::ValueCountMatchSpy& spy, size_t width) {
  Counts found;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    std::string key = *value;
    if (width > 0 && key.size() > width) key.resize(width);
    found[std::move(key)] += value.get_termfreq();
  }
  return found;
}

void pack(const Counts& counts, cx::PackedWriter& writer) {
  writer.u32(static_cast<uint32_t>(counts.size()));
  for (const auto& [value, documents] : counts) {
    writer.u32(documents);
    writer.u32(cx::length32(value));
    writer.bytes(value);
  }
}

}  // namespace

cx_status cx_reader_count_values(cx_reader* reader, const uint8_t* query, size_t length,
                                 const cx_facet* facets, size_t facet_count, uint32_t* matches,
                                 cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    if (facet_count > max_facets) {
      cx::refuse("over " + std::to_string(max_facets) + " slots to count values of");
    }
    const cx::QueryTarget target = {&reader->database, reader->has_remote};
    Xapian::Enquire enquire(reader->database);
    enquire.set_query(cx::decode_query(cx::view(query, length), target));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    // A server accepts spies of Xapian's own kinds only.
    std::deque<Xapian::ValueCountMatchSpy> spies;  // They can be neither copied nor moved.
    for (size_t at = 0; at < facet_count; ++at) spies.emplace_back(facets[at].slot);
    for (auto& spy : spies) enquire.add_matchspy(&spy);
    // Every match is looked at, and none kept.
    const Xapian::MSet found = enquire.get_mset(0, 0, reader->database.get_doccount());
    for (size_t at = 0; at < facet_count; ++at) {
      pack(counts(spies[at], facets[at].width), writer);
    }
    *matches = spies.empty() ? found.get_matches_estimated()
                             : static_cast<uint32_t>(spies.front().get_total());
    writer.keep();
  });
}
