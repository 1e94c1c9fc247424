#include "CTermination.h"

#include <cerrno>
#include <cstdlib>
#include <exception>

namespace {

void (*chosen)(int error) = nullptr;

[[noreturn]] void terminated() {
  chosen(errno);
  std::abort();
}

}  // namespace

void ct_on_terminate(void (*handler)(int error)) {
  chosen = handler;
  std::set_terminate(terminated);
}
