#include "Parsing.hpp"

#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

namespace cjson {

namespace {

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

}  // namespace

}  // namespace cjson

cj_status cj_read_object(const uint8_t* bytes, size_t count, cj_field field, void* context,
                         const char** reason) {
  return cjson::guard(reason, [&] {
    const cjson::dom::element root = cjson::parse(bytes, count);
    if (root.type() != cjson::dom::element_type::OBJECT) {
      throw cjson::Failure{CJ_NOT_OBJECT, "not an object"};
    }
    const cjson::dom::object object = root.get_object().value_unsafe();
    const cjson::Sink sink{field, context};
    sink.send_members(object, "", 0);
  });
}

cj_status cj_read_blocks(const uint8_t* bytes, size_t count, cj_field field, void* context,
                         const char** reason) {
  return cjson::guard(reason, [&] {
    cjson::Sink{field, context}.send_blocks("", cjson::parse(bytes, count));
  });
}
