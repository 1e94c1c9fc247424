/*
 * A disk that fails: LD_PRELOAD it before a program, and system calls on files below a folder fail.
 *
 *   cc -shared -fPIC -O1 -o failing-disk.so failing-disk.c -ldl
 *
 * By environment:
 *   FAIL_UNDER   the folder, absolute and without links; other files are left alone
 *   FAIL_CALLS   "write" (write, pwrite, fsync, fdatasync, ftruncate) or "read" (read, pread)
 *   FAIL_AT      the first call that fails, from 1; without it none does
 *   FAIL_TIMES   how many calls fail from there on; without it all
 *   FAIL_ERRNO   the number of the error: 28 for a full disk, 5 for a broken one
 *   FAIL_COUNT   a file that is told at the end how many calls there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static long number(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text != NULL && *text != '\0' ? atol(text) : otherwise;
}

/* Whether this call is to fail; counts it. */
static int fails(int file, const char *kind) {
  const char *under = getenv("FAIL_UNDER"), *wanted = getenv("FAIL_CALLS");
  if (under == NULL || wanted == NULL || strcmp(wanted, kind) != 0) return 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  if (strncmp(path, under, strlen(under)) != 0) return 0;
  const long call = atomic_fetch_add(&calls, 1) + 1, first = number("FAIL_AT", 0);
  if (first == 0 || call < first) return 0;
  if (call - first >= number("FAIL_TIMES", LONG_MAX)) return 0;
  errno = (int)number("FAIL_ERRNO", EIO);
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  const char *name = getenv("FAIL_COUNT");
  FILE *file = name != NULL ? fopen(name, "w") : NULL;
  if (file == NULL) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

#define REPLACE(result, name, kind, parameters, arguments)                      \
  result name parameters {                                                      \
    static result(*real) parameters;                                            \
    if (real == NULL) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);     \
    return fails(file, kind) ? -1 : real arguments;                             \
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
