#include "Parsing.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cjson {

namespace {

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

}  // namespace cjson

cj_status cj_split(const uint8_t* bytes, size_t count, cj_meaning meaning, cj_part part,
                   void* context, const char** reason) {
  return cjson::guard(reason, [&] {
    cjson::dom::object object;
    try {
      if (cjson::parse(bytes, count).get(object) != simdjson::SUCCESS) return;
    } catch (const cjson::Failure&) {
      return;
    }
    cjson::Splitter{meaning, part, context}.split(object);
  });
}
