// Writing a failure's message: one line of valid UTF-8 in a fixed buffer, without allocating.
#include <cstring>

#include "Guard.hpp"

namespace cx {
namespace {

/// The length of the well-formed UTF-8 character at the start of `text`, 0 if there is none.
size_t character_length(std::string_view text) noexcept {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return 0;
  }
  // Over-long forms, surrogates, and what lies beyond U+10FFFF.
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;
  if (lead == 0xED && byte(1) > 0x9F) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

/// Whether a character would break the line or steer a terminal.
bool is_control(std::string_view character) noexcept {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(character[at]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  return character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

/// Appends to a NUL-terminated buffer until it is full.
class Line {
 public:
  Line(char* buffer, size_t capacity) noexcept : buffer_(buffer), room_(capacity - 1) {}
  ~Line() { buffer_[used_] = '\0'; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void append(std::string_view text) noexcept {
    while (!text.empty() && !full_) {
      const size_t length = character_length(text);
      const std::string_view character = text.substr(0, length == 0 ? 1 : length);
      text.remove_prefix(character.size());
      if (length == 0) {
        push("?");
      } else {
        push(is_control(character) ? " " : character);
      }
    }
  }

 private:
  void push(std::string_view character) noexcept {
    full_ = full_ || room_ - used_ < character.size();
    if (full_) return;
    std::memcpy(buffer_ + used_, character.data(), character.size());
    used_ += character.size();
  }

  char* buffer_;
  size_t room_;
  size_t used_ = 0;
  bool full_ = false;
};

}  // namespace

void describe(cx_failure* failure, cx_status status, std::string_view message,
              std::string_view detail) noexcept {
  failure->status = status;
  Line line(failure->message, sizeof failure->message);
  line.append(message);
  if (!detail.empty() && message.find(detail) == std::string_view::npos) {
    line.append(" (");
    line.append(detail);
    line.append(")");
  }
}

}  // namespace cx
