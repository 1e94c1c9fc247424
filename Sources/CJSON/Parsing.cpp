#include "Parsing.hpp"

namespace cjson {

namespace {

/// The thread's parser; no larger than CJ_KEPT_BYTES ask for when a call begins.
dom::parser& thread_parser() {
  static thread_local dom::parser parser;
  if (parser.capacity() > CJ_KEPT_BYTES) parser = dom::parser();
  return parser;
}

const char* reason_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR: return "invalid UTF-8";
    case simdjson::DEPTH_ERROR: return "nested too deep";
    case simdjson::STRING_ERROR: return "a string with a bad escape";
    case simdjson::UNESCAPED_CHARS: return "a control character in a string";
    case simdjson::UNCLOSED_STRING: return "a string without an end";
    case simdjson::NUMBER_ERROR: return "a bad number";
    case simdjson::EMPTY: return "nothing there";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return "a bad word";
    case simdjson::CAPACITY: return "too large";
    default: return "commas, colons or brackets out of place";
  }
}

}  // namespace

dom::element parse(const uint8_t* bytes, size_t count) {
  if (count == 0) throw Failure{CJ_INVALID, "nothing there"};
  dom::parser& parser = thread_parser();
  if (parser.capacity() < count || parser.max_depth() != CJ_MAX_DEPTH) {
    const auto error = parser.allocate(count < 4096 ? 4096 : count, CJ_MAX_DEPTH);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error) throw Failure{CJ_INVALID, reason_of(error)};
  }
  // Copies the bytes, since they have no padding behind them.
  dom::element root;
  const auto error = parser.parse(bytes, count, true).get(root);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  if (error) throw Failure{CJ_INVALID, reason_of(error)};
  return root;
}
}  // namespace cjson
