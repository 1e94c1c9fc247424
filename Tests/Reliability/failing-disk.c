/*
 * A disk that fails: LD_PRELOAD it before a program, and system calls on files below a folder fail, are
 * slow, are where it is killed, or where something else happens.
 *
 *   cc -shared -fPIC -O1 -o failing-disk.so failing-disk.c -ldl
 *
 * By environment:
 *   FAIL_UNDER   the folder, absolute and without links; other files are left alone
 *   FAIL_CALLS   "write" (write, pwrite, fsync, fdatasync, ftruncate), "read" (read, pread), "open", or
 *                "name" (rename, unlink, mkdir, rmdir; of rename the old name counts)
 *   FAIL_AT      the first call that fails, from 1; without it none does
 *   FAIL_TIMES   how many calls fail from there on; without it all
 *   FAIL_ERRNO   the number of the error: 28 for a full disk, 5 for a broken one
 *   FAIL_KILL    set: SIGKILL instead of the failure
 *   FAIL_RUN     a shell command that is run before the call, instead of the failure
 *   FAIL_DELAY   milliseconds that each call takes longer; alone, nothing fails
 *   FAIL_COUNT   a file that is told at the end how many calls there were
 *   FAIL_FREE    the bytes that are free on the disk, as far as statvfs says; below the folder
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static long number(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text != NULL && *text != '\0' ? atol(text) : otherwise;
}

/* Whether a call on the file of this path is to fail; counts it. */
static int fails_at(const char *path, const char *kind) {
  const char *under = getenv("FAIL_UNDER"), *wanted = getenv("FAIL_CALLS");
  if (under == NULL || wanted == NULL || strcmp(wanted, kind) != 0) return 0;
  if (strncmp(path, under, strlen(under)) != 0) return 0;
  const long call = atomic_fetch_add(&calls, 1) + 1, first = number("FAIL_AT", 0);
  usleep(1000 * (useconds_t)number("FAIL_DELAY", 0));
  if (first == 0 || call < first) return 0;
  if (call - first >= number("FAIL_TIMES", LONG_MAX)) return 0;
  if (getenv("FAIL_KILL") != NULL) raise(SIGKILL);
  if (getenv("FAIL_RUN") != NULL) {
    unsetenv("LD_PRELOAD");
    if (system(getenv("FAIL_RUN")) != 0) abort();
    return 0;
  }
  errno = (int)number("FAIL_ERRNO", EIO);
  return 1;
}

/* The same for an open file. */
static int fails(int file, const char *kind) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return fails_at(path, kind);
}

__attribute__((destructor)) static void tell(void) {
  const char *name = getenv("FAIL_COUNT");
  FILE *file = name != NULL ? fopen(name, "w") : NULL;
  if (file == NULL) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

#define REPLACE_IF(condition, result, name, parameters, arguments)              \
  result name parameters {                                                      \
    static result(*real) parameters;                                            \
    if (real == NULL) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);     \
    return condition ? -1 : real arguments;                                     \
  }
#define REPLACE(result, name, kind, parameters, arguments) \
  REPLACE_IF(fails(file, kind), result, name, parameters, arguments)
#define REPLACE_NAME(name, parameters, arguments) \
  REPLACE_IF(fails_at(path, "name"), int, name, parameters, arguments)

int open(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  if (real == NULL) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return fails_at(path, "open") ? -1 : real(path, flags, mode);
}
static int free_as_told(int result, const char *path, struct statvfs *space) {
  const char *under = getenv("FAIL_UNDER");
  const long bytes = number("FAIL_FREE", -1);
  char whole[PATH_MAX];
  if (result == 0 && bytes >= 0 && under != NULL && realpath(path, whole) != NULL &&
      strncmp(whole, under, strlen(under)) == 0) {
    space->f_bavail = (fsblkcnt_t)bytes / space->f_frsize;
  }
  return result;
}
#define TELL_FREE(name)                                                                         \
  int name(const char *path, struct statvfs *space) {                                           \
    static int (*real)(const char *, struct statvfs *);                                         \
    if (real == NULL) real = (int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, #name);  \
    return free_as_told(real(path, space), path, space);                                        \
  }
TELL_FREE(statvfs)
/* openat2 has no function of its own in the C library. */
long syscall(long which, ...) {
  static long (*real)(long, ...);
  if (real == NULL) real = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  long values[6];
  va_list rest;
  va_start(rest, which);
  for (int at = 0; at < 6; ++at) values[at] = va_arg(rest, long);
  va_end(rest);
  if (which == SYS_openat2 && fails_at((const char *)values[1], "open")) return -1;
  return real(which, values[0], values[1], values[2], values[3], values[4], values[5]);
}
REPLACE(ssize_t, write, "write", (int file, const void *data, size_t size), (file, data, size))
REPLACE(ssize_t, pwrite, "write", (int file, const void *data, size_t size, off_t at),
        (file, data, size, at))
REPLACE(ssize_t, pwrite64, "write", (int file, const void *data, size_t size, off64_t at),
        (file, data, size, at))
REPLACE(int, fsync, "write", (int file), (file))
REPLACE(int, fdatasync, "write", (int file), (file))
REPLACE(int, ftruncate, "write", (int file, off_t size), (file, size))
REPLACE(ssize_t, read, "read", (int file, void *data, size_t size), (file, data, size))
REPLACE(ssize_t, pread, "read", (int file, void *data, size_t size, off_t at),
        (file, data, size, at))
REPLACE(ssize_t, pread64, "read", (int file, void *data, size_t size, off64_t at),
        (file, data, size, at))
REPLACE_NAME(rename, (const char *path, const char *new_path), (path, new_path))
REPLACE_NAME(unlink, (const char *path), (path))
REPLACE_NAME(rmdir, (const char *path), (path))
REPLACE_NAME(mkdir, (const char *path, mode_t mode), (path, mode))
