#include "CJSON.h"

#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

  /// Sends what stands for an object; false if nothing does.
  bool send_stand_in(std::string_view name, dom::object object, bool is_first) const {
    for (const char* key : {"rendered", "text", "name", "title", "value", "@value", "#text", "$oid",
                            "$date", "$numberLong"}) {
      dom::element member;
      if (object.at_key(key).get(member) != simdjson::SUCCESS) continue;
      if (send_scalar(name, member, is_first)) return true;
      dom::element number;
      if (std::string_view(key) == "$date" && member.type() == dom::element_type::OBJECT &&
          member.get_object().value_unsafe().at_key("$numberLong").get(number) ==
              simdjson::SUCCESS &&
          send_scalar(name, number, is_first)) {
        return true;
      }
    }
    return false;
  }

  void send_members(dom::object object, const std::string& path, int depth) const {
    for (const auto member : object) {
      const std::string name =
          path.empty() ? std::string(member.key) : path + "." + std::string(member.key);
      switch (member.value.type()) {
        case dom::element_type::ARRAY:
          // By name: value_unsafe() refers into a temporary, which a range-for would outlive.
          send_elements(member.value.get_array().value_unsafe(), name, depth);
          break;
        case dom::element_type::OBJECT: {
          const dom::object inner = member.value.get_object().value_unsafe();
          if (depth == 0 && member.key == "_source") {
            send_members(inner, "", depth + 1);
            break;
          }
          if (!send_stand_in(name, inner, true)) send_blocks_of(inner, name);
          if (depth < CJ_MAX_PATH) send_members(inner, name, depth + 1);
          break;
        }
        default:
          send_scalar(name, member.value, true);
      }
    }
  }

  /// Sends the text of each block of an array or of the array in an object.
  void send_blocks(std::string_view name, dom::element blocks) const {
    if (blocks.type() == dom::element_type::OBJECT) {
      send_blocks_of(blocks.get_object().value_unsafe(), name);
    } else if (blocks.type() == dom::element_type::ARRAY) {
      send_blocks_in(blocks.get_array().value_unsafe(), name);
    }
  }

 private:
  /// What nests deeper is not looked at.
  static constexpr int max_block_depth = 32;

  void send_elements(dom::array elements, const std::string& name, int depth) const {
    bool is_first = true;
    for (const auto element : elements) {
      if (send_scalar(name, element, is_first)) {
        is_first = false;
      } else if (element.type() == dom::element_type::OBJECT) {
        const dom::object object = element.get_object().value_unsafe();
        if (send_stand_in(name, object, is_first)) {
          is_first = false;
          continue;
        }
        std::string text;
        if (is_block(object)) gather(element, text, 0);
        if (!text.empty()) {
          send(name, text, is_first);
          is_first = false;
        } else if (depth < CJ_MAX_PATH) {
          send_members(object, name, depth + 1);
        }
      }
    }
  }

  /// Whether an object is a block of an editor: it says what kind it is, or holds further ones.
  static bool is_block(dom::object object) {
    for (const char* key : {"type", "insert", "children", "content", "tag", "tagName"}) {
      dom::element member;
      if (object.at_key(key).get(member) == simdjson::SUCCESS) return true;
    }
    return false;
  }

  void send_blocks_of(dom::object object, std::string_view name) const {
    for (const char* key : {"blocks", "content", "ops", "children", "root", "doc"}) {
      dom::element member;
      if (object.at_key(key).get(member) != simdjson::SUCCESS) continue;
      if (member.type() == dom::element_type::ARRAY) {
        return send_blocks_in(member.get_array().value_unsafe(), name);
      }
      if (member.type() == dom::element_type::OBJECT) {
        std::string text;
        gather(member, text, 0);
        if (!text.empty()) send(name, text, true);
        return;
      }
    }
  }

  void send_blocks_in(dom::array blocks, std::string_view name) const {
    std::string text;
    gather_all(blocks, text, 0);
    if (!text.empty()) send(name, text, true);
  }

  /// Adds the text in a block to `text`.
  static void gather(dom::element block, std::string& text, int depth) {
    if (depth > max_block_depth) return;
    switch (block.type()) {
      case dom::element_type::STRING:
        text += block.get_string().value_unsafe();
        return;
      case dom::element_type::ARRAY:
        return gather_all(block.get_array().value_unsafe(), text, depth + 1);
      case dom::element_type::OBJECT:
        break;
      default:
        return;
    }
    const dom::object object = block.get_object().value_unsafe();
    for (const char* key : {"text", "insert", "html", "content", "data", "children", "items", "blocks",
                            "root"}) {
      dom::element member;
      if (object.at_key(key).get(member) != simdjson::SUCCESS) continue;
      const size_t before = text.size();
      gather(member, text, depth + 1);
      if (text.size() > before) return;
    }
  }

  /// Adds the texts of blocks, each a line of its own; pieces of one line follow each other.
  static void gather_all(dom::array blocks, std::string& text, int depth) {
    for (const auto block : blocks) {
      bool is_piece = false;
      if (block.type() == dom::element_type::OBJECT) {
        dom::element member;
        const dom::object object = block.get_object().value_unsafe();
        dom::element type;
        const bool is_text = object.at_key("type").get(type) != simdjson::SUCCESS ||
                             (type.type() == dom::element_type::STRING &&
                              type.get_string().value_unsafe() == "text");
        is_piece = is_text && ((object.at_key("text").get(member) == simdjson::SUCCESS &&
                                member.type() == dom::element_type::STRING) ||
                               object.at_key("insert").get(member) == simdjson::SUCCESS);
      }
      if (!is_piece && !text.empty() && text.back() != '\n') text += '\n';
      const size_t before = text.size();
      gather(block, text, depth + 1);
      if (!is_piece && text.size() > before) text += '\n';
    }
  }

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

/// What bytes are as JSON; valid until the thread parses the next.
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

/// Tells an object that is many records in another shape, up to CJ_MAX_PARTS of them.
struct Splitter {
  cj_meaning meaning;
  cj_part part;
  void* context;

  void split(dom::object root) const {
    if (!split_rows(root) && !split_columns(root)) split_members(root);
  }

 private:
  bool is_text(std::string_view name) const {
    return meaning(context, name.data(), name.size()) == CJ_TEXT_NAME;
  }

  void send(std::string_view key, const std::string& json) const {
    part(context, key.data(), key.size(), json.data(), json.size());
  }

  /// Whether a key is one that something is known by: an address or a number.
  static bool is_identity(std::string_view key) {
    if (key.find("/") != std::string_view::npos) return true;
    for (const char letter : key) {
      if (letter >= '0' && letter <= '9') return true;
    }
    return false;
  }

  /// Objects under keys: most of them have a title or text, and a key that says which they are or more of
  /// an article's parts.
  void split_members(dom::object root) const {
    size_t members = 0;
    size_t articles = 0;
    for (const auto member : root) {
      if (++members > CJ_MAX_PARTS) return;
      if (member.value.type() != dom::element_type::OBJECT) continue;
      if (meaning(context, member.key.data(), member.key.size()) == CJ_OTHER_NAME) return;
      size_t texts = 0;
      for (const auto inner : member.value.get_object().value_unsafe()) {
        if (is_text(inner.key)) ++texts;
      }
      if (texts > 1 || (texts == 1 && is_identity(member.key))) ++articles;
    }
    if (articles == 0 || articles * 5 < members * 4) return;
    for (const auto member : root) {
      if (member.value.type() == dom::element_type::OBJECT) {
        send(is_identity(member.key) ? member.key : std::string_view(),
             simdjson::minify(member.value));
      }
    }
  }

  /// The values of a column: the elements of an array, or the members of an object with their keys.
  struct Column {
    std::string_view name;
    std::vector<std::string_view> keys;
    std::vector<dom::element> values;
  };

  static bool is_cell(dom::element value) {
    return value.type() != dom::element_type::OBJECT;
  }

  bool split_columns(dom::object root) const {
    std::vector<Column> columns;
    bool has_text = false;
    for (const auto member : root) {
      Column column{member.key, {}, {}};
      if (member.value.type() == dom::element_type::ARRAY) {
        const dom::array elements = member.value.get_array().value_unsafe();
        for (const auto value : elements) {
          if (!is_cell(value) || column.values.size() == CJ_MAX_PARTS) return false;
          column.values.push_back(value);
        }
      } else if (member.value.type() == dom::element_type::OBJECT) {
        for (const auto inner : member.value.get_object().value_unsafe()) {
          if (!is_cell(inner.value) || !is_identity(inner.key) ||
              column.values.size() == CJ_MAX_PARTS) {
            return false;
          }
          column.keys.push_back(inner.key);
          column.values.push_back(inner.value);
        }
      } else {
        return false;
      }
      if (!columns.empty() && (columns[0].values.size() != column.values.size() ||
                               columns[0].keys != column.keys)) {
        return false;
      }
      has_text = has_text || is_text(column.name);
      columns.push_back(std::move(column));
    }
    if (columns.size() < 2 || !has_text || columns[0].values.empty()) return false;
    for (size_t row = 0; row < columns[0].values.size(); ++row) {
      std::string json = "{";
      for (const Column& column : columns) add(column.name, column.values[row], json);
      send("", json + "}");
    }
    return true;
  }

  bool split_rows(dom::object root) const {
    std::vector<std::string_view> names;
    dom::array rows;
    bool has_rows = false;
    for (const auto member : root) {
      if (member.value.type() != dom::element_type::ARRAY) continue;
      const dom::array elements = member.value.get_array().value_unsafe();
      if (elements.size() == 0) continue;
      const dom::element first = elements.at(0);
      if (first.type() == dom::element_type::ARRAY && !has_rows) {
        rows = elements;
        has_rows = true;
      } else if (first.type() == dom::element_type::STRING && names.empty()) {
        bool has_text = false;
        for (const auto name : elements) {
          std::string_view text;
          if (name.get(text) != simdjson::SUCCESS || names.size() == 4096) break;
          names.push_back(text);
          has_text = has_text || is_text(text);
        }
        if (!has_text) names.clear();
      }
    }
    if (names.empty() || !has_rows || rows.size() > CJ_MAX_PARTS) return false;
    for (const auto row : rows) {
      dom::array values;
      if (row.get(values) != simdjson::SUCCESS) continue;
      std::string json = "{";
      size_t index = 0;
      for (const auto value : values) {
        if (index < names.size()) add(names[index], value, json);
        ++index;
      }
      send("", json + "}");
    }
    return true;
  }

  static void add(std::string_view name, dom::element value, std::string& json) {
    if (json.size() > 1) json += ',';
    json += '"';
    for (const char letter : name) {
      if (letter == '"' || letter == '\\') json += '\\';
      if (static_cast<unsigned char>(letter) >= 0x20) json += letter;
    }
    json += "\":";
    json += simdjson::minify(value);
  }
};

}  // namespace

cj_status cj_read_object(const uint8_t* bytes, size_t count, cj_field field, void* context,
                         const char** reason) {
  return guard(reason, [&] {
    const dom::element root = parse(bytes, count);
    if (root.type() != dom::element_type::OBJECT) {
      throw Failure{CJ_NOT_OBJECT, "not an object"};
    }
    const dom::object object = root.get_object().value_unsafe();
    const Sink sink{field, context};
    sink.send_members(object, "", 0);
  });
}

cj_status cj_read_blocks(const uint8_t* bytes, size_t count, cj_field field, void* context,
                         const char** reason) {
  return guard(reason, [&] { Sink{field, context}.send_blocks("", parse(bytes, count)); });
}

cj_status cj_split(const uint8_t* bytes, size_t count, cj_meaning meaning, cj_part part,
                   void* context, const char** reason) {
  return guard(reason, [&] {
    dom::object object;
    try {
      if (parse(bytes, count).get(object) != simdjson::SUCCESS) return;
    } catch (const Failure&) {
      return;
    }
    Splitter{meaning, part, context}.split(object);
  });
}
