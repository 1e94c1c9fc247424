// The one place where exceptions end. Every function of CXapian.h runs its body inside `guard`.
#ifndef CXAPIAN_GUARD_HPP
#define CXAPIAN_GUARD_HPP

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "CXapian.h"

namespace cx {

/// A failure that this shim finds itself, before Xapian is asked.
class Refusal : public std::exception {
 public:
  Refusal(cx_status status, std::string message) : status_(status), message_(std::move(message)) {}

  cx_status status() const noexcept { return status_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  cx_status status_;
  std::string message_;
};

/// Throws a Refusal with CX_INVALID_ARGUMENT.
[[noreturn]] void refuse(std::string message);

/// Fills `failure` with a status and a message of one line: control characters, line separators
/// and bytes that are not UTF-8 are replaced, and the end is cut at a character boundary. Several
/// parts are joined as "message (detail)"; an empty detail is left out. Allocates nothing.
void describe(cx_failure* failure, cx_status status, std::string_view message,
              std::string_view detail = {}) noexcept;

/// Turns the exception now being handled into a status and a message. Only to be called from
/// inside a `catch` block. Allocates nothing.
cx_status classify(cx_failure* failure) noexcept;

/// Turns the number of a failed system call into a status and "message (its text)".
cx_status classify_errno(cx_failure* failure, std::string_view message, int number) noexcept;

/// Runs `body` and reports how it ended. No exception leaves; on CX_OK `failure` is untouched.
template <typename Body>
cx_status guard(cx_failure* failure, Body&& body) noexcept {
  try {
    std::forward<Body>(body)();
    return CX_OK;
  } catch (...) {
    return classify(failure);
  }
}

}  // namespace cx

#endif
