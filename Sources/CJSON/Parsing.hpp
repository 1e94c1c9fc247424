/// What all calls of CJSON have in common: one parser for each thread, and one guard around it.
#ifndef CJSON_PARSING_HPP
#define CJSON_PARSING_HPP

#include "CJSON.h"

#include <simdjson.h>

#include <new>
#include <utility>

namespace cjson {

namespace dom = simdjson::dom;

/// A failure with the status and the static message that the caller gets.
struct Failure {
  cj_status status;
  const char* reason;
};

/// The one place where exceptions end.
template <typename Body>
cj_status guard(const char** reason, Body&& body) noexcept {
  try {
    std::forward<Body>(body)();
    return CJ_OK;
  } catch (const Failure& failure) {
    *reason = failure.reason;
    return failure.status;
  } catch (const std::bad_alloc&) {
    *reason = "out of memory";
    return CJ_OUT_OF_MEMORY;
  } catch (...) {
    *reason = "an unknown exception";
    return CJ_INTERNAL;
  }
}
/// What bytes are as JSON; valid until the thread parses the next.
dom::element parse(const uint8_t* bytes, size_t count);

}  // namespace cjson

#endif
