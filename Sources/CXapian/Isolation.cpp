#include "Isolation.hpp"

#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "Guard.hpp"

namespace cx {
namespace {

/// One run of a body: how it ended, and the news of it.
class Attempt {
 public:
  void end(cx_status status, const cx_failure& failure, bool abandoned) {
    const std::lock_guard<std::mutex> hold(mutex_);
    status_ = status;
    failure_ = failure;
    abandoned_ = abandoned;
    is_over_ = true;
    over_.notify_one();
  }

  /// Waits for the end; `failure` and `abandoned` are untouched on CX_OK.
  cx_status wait(cx_failure* failure, bool* abandoned) {
    std::unique_lock<std::mutex> hold(mutex_);
    over_.wait(hold, [&] { return is_over_; });
    if (status_ != CX_OK) *failure = failure_;
    if (abandoned_) *abandoned = true;
    return status_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable over_;
  bool is_over_ = false;
  bool abandoned_ = false;
  cx_status status_ = CX_OK;
  cx_failure failure_ = {CX_OK, ""};
};

/// The attempt that this thread was made for; null on every other thread.
thread_local Attempt* attempt = nullptr;

std::terminate_handler previous = nullptr;

/// std::terminate on a thread of ours; on any other, what it was before.
[[noreturn]] void abandon() {
  const int number = errno;
  if (attempt == nullptr) {
    if (previous != nullptr) previous();
    std::abort();
  }
  cx_failure failure = {CX_INTERNAL, ""};
  if (std::current_exception() != nullptr) {
    classify(&failure);
  } else {
    // Out of a destructor that was not part of unwinding, the exception is not handed over; the
    // system call that failed was the last one on this thread.
    classify_errno(&failure, "libxapian could not write", number);
  }
  attempt->end(failure.status, failure, true);
  for (;;) pause();
}

void watch_for_termination() {
  static std::once_flag once;
  std::call_once(once, [] { previous = std::set_terminate(abandon); });
}

}  // namespace

cx_status isolated(cx_failure* failure, bool* abandoned,
                   const std::function<void()>& body) noexcept {
  cx_status result = CX_OK;
  const cx_status status = guard(failure, [&] {
    watch_for_termination();
    // Shared, as a thread that is abandoned keeps its own.
    const auto shared = std::make_shared<Attempt>();
    std::thread thread([shared, &body] {
      attempt = shared.get();
      cx_failure own = {CX_OK, ""};
      const cx_status ended = guard(&own, body);
      attempt = nullptr;
      shared->end(ended, own, false);
    });
    bool is_lost = false;
    result = shared->wait(failure, &is_lost);
    if (is_lost) {
      *abandoned = true;
      thread.detach();
    } else {
      thread.join();
    }
  });
  return status != CX_OK ? status : result;
}

}  // namespace cx
