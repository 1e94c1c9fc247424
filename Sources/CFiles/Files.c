#define _GNU_SOURCE
#include "CFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__linux__) && __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

int cf_open_unlinked(const char *path) {
  // Non-blocking so that a pipe someone put there cannot hang the run.
  const int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW;
#if defined(SYS_openat2) && defined(RESOLVE_NO_SYMLINKS)
  const struct open_how how = {.flags = (unsigned)flags, .resolve = RESOLVE_NO_SYMLINKS};
  const long file = syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
  // An older kernel, or a filter of system calls that does not know this one.
  if (file >= 0 || (errno != ENOSYS && errno != EPERM)) return (int)file;
#endif
  return open(path, flags);
}

int cf_memory_file(void) { return memfd_create("article", MFD_CLOEXEC); }
