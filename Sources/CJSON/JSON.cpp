#include "CJSON.h"

#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <new>
#include <string_view>
#include <utility>

namespace {

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

/// Where the values go.
struct Sink {
  cj_field field;
  void* context;

  void send(std::string_view name, std::string_view value, bool is_first) const {
    field(context, name.data(), name.size(), value.data(), value.size(), is_first ? 1 : 0);
  }

  /// Sends a string, number or boolean; false for anything else.
  bool send_scalar(std::string_view name, dom::element value, bool is_first) const {
    switch (value.type()) {
      case dom::element_type::STRING:
        send(name, value.get_string().value_unsafe(), is_first);
        return true;
      case dom::element_type::BOOL:
        send(name, value.get_bool().value_unsafe() ? "true" : "false", is_first);
        return true;
      case dom::element_type::INT64:
        return send_number(name, "%lld", static_cast<long long>(value.get_int64().value_unsafe()),
                           is_first);
      case dom::element_type::UINT64:
        return send_number(name, "%llu",
                           static_cast<unsigned long long>(value.get_uint64().value_unsafe()),
                           is_first);
      case dom::element_type::DOUBLE: {
        const double number = value.get_double().value_unsafe();
        const bool whole = std::floor(number) == number && std::fabs(number) < 1e15;
        return send_number(name, whole ? "%.0f" : "%.17g", number, is_first);
      }
      default:
        return false;
    }
  }

  /// Sends what stands for a value that is no array; false if nothing does.
  bool send_value(std::string_view name, dom::element value, bool is_first) const {
    if (send_scalar(name, value, is_first)) return true;
    if (value.type() != dom::element_type::OBJECT) return false;
    const dom::object object = value.get_object().value_unsafe();
    for (const char* key :
         {"rendered", "text", "name", "title", "value", "@value", "#text", "$oid", "$date"}) {
      dom::element member;
      if (object.at_key(key).get(member) == simdjson::SUCCESS &&
          send_scalar(name, member, is_first)) {
        return true;
      }
    }
    return false;
  }

  void send_members(dom::object object, bool may_hold_source) const {
    for (const auto member : object) {
      if (member.value.type() == dom::element_type::ARRAY) {
        bool is_first = true;
        // By name: value_unsafe() refers into a temporary, which a range-for would outlive.
        const dom::array elements = member.value.get_array().value_unsafe();
        for (const auto element : elements) {
          if (send_value(member.key, element, is_first)) is_first = false;
        }
      } else if (may_hold_source && member.key == "_source" &&
                 member.value.type() == dom::element_type::OBJECT) {
        send_members(member.value.get_object().value_unsafe(), false);
      } else {
        send_value(member.key, member.value, true);
      }
    }
  }

 private:
  template <typename Number>
  bool send_number(std::string_view name, const char* format, Number number, bool is_first) const {
    char text[40];
    const int length = std::snprintf(text, sizeof text, format, number);
    if (length <= 0 || length >= static_cast<int>(sizeof text)) return false;
    send(name, std::string_view(text, static_cast<size_t>(length)), is_first);
    return true;
  }
};

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

cj_status cj_read_object(const uint8_t* bytes, size_t count, cj_field field, void* context,
                         const char** reason) {
  return guard(reason, [&] {
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
    if (root.type() != dom::element_type::OBJECT) {
      throw Failure{CJ_NOT_OBJECT, "not an object"};
    }
    Sink{field, context}.send_members(root.get_object().value_unsafe(), true);
  });
}
