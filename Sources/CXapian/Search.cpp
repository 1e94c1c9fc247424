// Running a query.
#include <algorithm>
#include <cmath>

#include "Guard.hpp"
#include "Packed.hpp"
#include "Query.hpp"
#include "Reader.hpp"

namespace {

void require_number(double value, double largest, const char* name) {
  if (!std::isfinite(value) || value < 0 || value > largest) {
    cx::refuse(std::string("the BM25 parameter ") + name + " is out of range");
  }
}

void set_weighting(Xapian::Enquire& enquire, const cx_search_options& options) {
  if (options.weighted == 0) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return;
  }
  constexpr double any = 1e9;
  require_number(options.k1, any, "k1");
  require_number(options.b, 1, "b");
  require_number(options.k3, any, "k3");
  // Short documents gain from being short, however short they are; the default stops at half the
  // average length.
  constexpr double k2 = 0, min_normlen = 0;
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(options.k1, k2, options.k3, options.b, min_normlen));
}

void set_order(Xapian::Enquire& enquire, const cx_search_options& options) {
  if (options.sort_slot < 0) return;
  const auto slot = static_cast<Xapian::valueno>(options.sort_slot);
  // "Reverse" in Xapian's sense puts the largest value first.
  enquire.set_sort_by_value_then_relevance(slot, options.sort_descending != 0);
}

}  // namespace

cx_status cx_reader_search(cx_reader* reader, const uint8_t* query, size_t length,
                           const cx_search_options* options, cx_hit* hits, size_t* count,
                           cx_total* total, cx_failure* failure) {
  return cx::guard(failure, [&] {
    const cx::QueryTarget target = {&reader->database, reader->has_remote};
    Xapian::Enquire enquire(reader->database);
    enquire.set_query(cx::decode_query(cx::view(query, length), target));
    set_weighting(enquire, *options);
    set_order(enquire, *options);
    const Xapian::doccount documents = reader->database.get_doccount();
    const Xapian::doccount limit = std::min(options->limit, documents);
    const Xapian::doccount check = std::min(options->check_at_least, documents);
    const Xapian::MSet matches = enquire.get_mset(options->offset, limit, check);
    const cx_total found = {matches.get_matches_lower_bound(), matches.get_matches_estimated(),
                            matches.get_matches_upper_bound()};
    size_t used = 0;
    for (auto at = matches.begin(); at != matches.end() && used < limit; ++at, ++used) {
      hits[used] = cx_hit{*at, at.get_weight()};
    }
    *count = used;
    *total = found;
  });
}
