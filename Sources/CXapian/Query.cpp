#include "Query.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "Guard.hpp"
#include "IdSource.hpp"
#include "Packed.hpp"

namespace cx {
namespace {

/// The stack machine that a program runs on.
class Machine {
 public:
  Machine(std::string_view program, const QueryTarget& target)
      : reader_(program), target_(target) {}

  Xapian::Query run() {
    while (!reader_.at_end()) step(reader_.u8());
    if (queries_.size() != 1) {
      refuse("a query program leaves " + std::to_string(queries_.size()) + " queries, not one");
    }
    return queries_.front();
  }

 private:
  void step(uint8_t operation) {
    switch (operation) {
      case CX_TERM: return push(term(), 1);
      case CX_PREFIX: return push(prefix(), 1);
      case CX_ALL: return push(Xapian::Query(std::string()), 1);
      case CX_NONE: return push(Xapian::Query(), 1);
      case CX_RANGE: return push(range(), 1);
      case CX_DOCUMENTS: return push(documents(), 1);
      case CX_SCALE: return scale();
      case CX_AND: return combine(Xapian::Query::OP_AND, reader_.u32());
      case CX_OR: return combine(Xapian::Query::OP_OR, reader_.u32());
      case CX_AND_MAYBE: return combine(Xapian::Query::OP_AND_MAYBE, 2);
      case CX_AND_NOT: return combine(Xapian::Query::OP_AND_NOT, 2);
      case CX_FILTER: return combine(Xapian::Query::OP_FILTER, 2);
      case CX_MAX: return best(reader_.u32());
      default: refuse("a query program holds the unknown operation " + std::to_string(operation));
    }
  }

  Xapian::Query term() {
    const std::string_view bytes = reader_.bytes(reader_.u8());
    require_term(bytes);
    const uint32_t wqf = reader_.u32();
    const std::string name(bytes);
    if (target_.database != nullptr) {
      ++terms_;
      if (!target_.is_single() && terms_ > max_unchecked_terms) {
        refuse("over " + std::to_string(max_unchecked_terms) + " terms asked of several databases");
      }
      if (terms_ > harmless_terms && !target_.has_remote &&
          !target_.database->term_exists(name)) {
        return Xapian::Query();
      }
    }
    return Xapian::Query(name, wqf);
  }

  Xapian::Query prefix() {
    const std::string_view bytes = reader_.bytes(reader_.u8());
    require_term(bytes);
    const uint32_t limit = reader_.u32();
    if (limit == 0) return Xapian::Query();  // To Xapian 0 is no limit; here it is no expansion.
    return Xapian::Query(Xapian::Query::OP_WILDCARD, std::string(bytes), limit,
                         Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT, Xapian::Query::OP_OR);
  }

  Xapian::Query range() {
    const uint32_t slot = reader_.u32();
    std::string low(reader_.bytes(reader_.u32()));
    const std::string high(reader_.bytes(reader_.u32()));
    // A document without a value has the empty one for Xapian, and an open range would match every
    // document. One NUL is the least value there is.
    if (low.empty()) low.assign(1, '\0');
    if (high.empty()) return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, low);
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, low, high);
  }

  Xapian::Query documents() {
    const uint32_t count = reader_.u32();
    PackedReader packed(reader_.bytes(size_t{count} * 4));
    std::vector<Xapian::docid> ids;
    ids.reserve(count);
    for (uint32_t left = count; left > 0; --left) {
      const Xapian::docid id = packed.u32();
      if (id <= (ids.empty() ? 0 : ids.back())) refuse("document ids do not ascend from 1");
      ids.push_back(id);
    }
    if (target_.database != nullptr && !target_.is_single()) {
      throw Refusal(CX_UNSUPPORTED, "a set of documents can be asked of one local database only");
    }
    if (ids.empty()) return Xapian::Query();
    return Xapian::Query((new IdSource(std::move(ids)))->release());
  }

  void scale() {
    const double factor = reader_.f64();
    if (!std::isfinite(factor) || factor < 0) refuse("a scale factor is negative or not a number");
    require(1);
    const unsigned depth = depths_.back();
    replace(1, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, queries_.back(), factor), depth + 1);
  }

  void combine(Xapian::Query::op operation, uint32_t count) {
    require(count);
    if (count == 1) return;
    if (count == 0) {
      const bool all = operation == Xapian::Query::OP_AND;
      return push(all ? Xapian::Query(std::string()) : Xapian::Query(), 1);
    }
    const auto first = queries_.end() - count;
    const unsigned depth = *std::max_element(depths_.end() - count, depths_.end());
    replace(count, Xapian::Query(operation, first, queries_.end()), depth + 1);
  }

  /// Xapian 1.4 takes an OR below OP_MAX apart, and then compares the parts of the sum one by one.
  /// A filter that lets every document through keeps the sum whole.
  void best(uint32_t count) {
    require(count);
    if (count > 1) {
      for (size_t at = queries_.size() - count; at < queries_.size(); ++at) {
        if (is_term(queries_[at])) continue;
        queries_[at] =
            Xapian::Query(Xapian::Query::OP_FILTER, queries_[at], Xapian::Query(std::string()));
        ++depths_[at];
      }
    }
    combine(Xapian::Query::OP_MAX, count);
  }

  /// Whether a query is a single term, scaled or not, or none at all.
  static bool is_term(const Xapian::Query& query) {
    switch (query.get_type()) {
      case Xapian::Query::LEAF_MATCH_NOTHING:
      case Xapian::Query::LEAF_TERM: return true;
      case Xapian::Query::OP_SCALE_WEIGHT: return is_term(query.get_subquery(0));
      default: return false;
    }
  }

  void require(uint32_t count) const {
    if (queries_.size() < count) {
      refuse("a query program takes " + std::to_string(count) + " queries where there are " +
             std::to_string(queries_.size()));
    }
  }

  void push(Xapian::Query query, unsigned depth) {
    if (depth > max_query_depth) {
      refuse("a query is nested deeper than " + std::to_string(max_query_depth) + " levels");
    }
    queries_.push_back(std::move(query));
    depths_.push_back(depth);
  }

  void replace(uint32_t count, Xapian::Query query, unsigned depth) {
    queries_.resize(queries_.size() - count);
    depths_.resize(depths_.size() - count);
    push(std::move(query), depth);
  }

  PackedReader reader_;
  QueryTarget target_;
  uint32_t terms_ = 0;
  std::vector<Xapian::Query> queries_;
  std::vector<unsigned> depths_;  ///< of each query, leaves being 1
};

}  // namespace

Xapian::Query decode_query(std::string_view program, const QueryTarget& target) {
  return Machine(program, target).run();
}

}  // namespace cx

cx_status cx_query_describe(const uint8_t* query, size_t length, cx_bytes* out,
                            cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    writer.bytes(cx::decode_query(cx::view(query, length), {}).get_description());
    writer.keep();
  });
}
