// Query programs.
#ifndef CXAPIAN_QUERY_HPP
#define CXAPIAN_QUERY_HPP

#include <xapian.h>

#include <cstdint>
#include <string_view>

namespace cx {

/// Operators may be nested this deep. Xapian builds, runs and frees a query by recursion, so depth
/// is stack; breadth (the operands of one AND or OR) is limited by memory only.
constexpr unsigned max_query_depth = 256;

/// Up to this many terms are not looked up first: that would cost more than absent ones do.
constexpr uint32_t harmless_terms = 64;

/// A program may hold this many terms where absent ones cannot be left out beforehand.
constexpr uint32_t max_unchecked_terms = 10000;

/// What a query is for.
struct QueryTarget {
  /// The database to be searched; null to describe the query only.
  const Xapian::Database* database = nullptr;
  bool has_remote = false;

  /// Whether it is one local database: where CX_DOCUMENTS can be answered.
  bool is_single() const { return !has_remote && database != nullptr && database->size() == 1; }
};

/// Makes the query of a program in postfix order (see CXapian.h).
///
/// Terms that a local database does not hold become "no document". That changes no result, but an
/// OR of n absent terms makes Xapian 1.4 build a chain n deep and walk it in n * n steps (16,000
/// terms take 16 s, and in the end the stack overflows). With several shards, a term may still be
/// absent from one of them, hence max_unchecked_terms.
Xapian::Query decode_query(std::string_view program, const QueryTarget& target);

}  // namespace cx

#endif
