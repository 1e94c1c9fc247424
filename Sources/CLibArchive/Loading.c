// Functions of libarchive by their own names, each handing over to the one in the library; any other
// fails to link.
#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>

#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "CLibArchive.h"

// The library of all 3.x, whose headers were included; its name without a number as a last resort.
#ifdef __APPLE__
#define FIRST "libarchive.13.dylib"
#define SECOND "libarchive.dylib"
#else
#define FIRST "libarchive.so.13"
#define SECOND "libarchive.so"
#endif

// One X a function: what it returns, its name, parameters, arguments, and what it returns without the
// library. `archive_read_new` comes first: nobody has an archive or entry to give to the others unless it
// has loaded the library.
#define FUNCTIONS(X)                                                                                \
  X(struct archive *, archive_read_new, (void), (), NULL)                                           \
  X(int, archive_read_free, (struct archive * a), (a), ARCHIVE_FATAL)                               \
  X(int, archive_read_support_filter_gzip, (struct archive * a), (a), ARCHIVE_FATAL)                \
  X(int, archive_read_support_filter_xz, (struct archive * a), (a), ARCHIVE_FATAL)                  \
  X(int, archive_read_support_filter_bzip2, (struct archive * a), (a), ARCHIVE_FATAL)               \
  X(int, archive_read_support_filter_zstd, (struct archive * a), (a), ARCHIVE_FATAL)                \
  X(int, archive_read_support_format_raw, (struct archive * a), (a), ARCHIVE_FATAL)                 \
  X(int, archive_read_support_format_empty, (struct archive * a), (a), ARCHIVE_FATAL)               \
  X(int, archive_read_support_format_zip_seekable, (struct archive * a), (a), ARCHIVE_FATAL)        \
  X(int, archive_read_open_fd, (struct archive * a, int file, size_t block), (a, file, block),      \
    ARCHIVE_FATAL)                                                                                  \
  X(int, archive_read_open_memory, (struct archive * a, const void *bytes, size_t count),           \
    (a, bytes, count), ARCHIVE_FATAL)                                                               \
  X(int, archive_read_next_header, (struct archive * a, struct archive_entry * *entry), (a, entry), \
    ARCHIVE_FATAL)                                                                                  \
  X(int, archive_read_data_block,                                                                   \
    (struct archive * a, const void **bytes, size_t *count, la_int64_t *offset),                    \
    (a, bytes, count, offset), ARCHIVE_FATAL)                                                       \
  X(int, archive_filter_count, (struct archive * a), (a), 0)                                        \
  X(const char *, archive_format_name, (struct archive * a), (a), NULL)                             \
  X(const char *, archive_error_string, (struct archive * a), (a), NULL)                            \
  X(const char *, archive_entry_pathname, (struct archive_entry * entry), (entry), NULL)            \
  X(const char *, archive_entry_pathname_utf8, (struct archive_entry * entry), (entry), NULL)       \
  X(int, archive_entry_is_data_encrypted, (struct archive_entry * entry), (entry), 0)

#define MEMBER(Result, name, parameters, arguments, without) __typeof__(name) *name;

static struct {
  FUNCTIONS(MEMBER)
} library;
static char reason[512];
static int is_loaded;

#define LOOK_UP(Result, name, parameters, arguments, without)        \
  library.name = (__typeof__(name) *)dlsym(handle, #name);           \
  if (library.name == NULL) {                                        \
    snprintf(reason, sizeof reason, "it has no function %s", #name); \
    return;                                                          \
  }

static void load(void) {
  void *handle = dlopen(FIRST, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    snprintf(reason, sizeof reason, "%s", dlerror());
    handle = dlopen(SECOND, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return;
  }
  FUNCTIONS(LOOK_UP)
  reason[0] = 0;
  is_loaded = 1;
}

static int is_ready(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

// Hidden, so that nothing loaded later finds these in place of the library's own.
#define FORWARD(Result, name, parameters, arguments, without)        \
  __attribute__((visibility("hidden"))) Result name parameters {     \
    return is_ready() ? library.name arguments : without;            \
  }

FUNCTIONS(FORWARD)

const char *archive_missing(void) { return reason[0] == 0 ? NULL : reason; }

// One for the life of the process; none where the system knows no UTF-8.
static locale_t utf8;

static void make_locale(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8"};
  for (unsigned index = 0; utf8 == (locale_t)0 && index < sizeof names / sizeof *names; index++) {
    utf8 = newlocale(LC_CTYPE_MASK, names[index], (locale_t)0);
  }
}

int archive_next_named(struct archive *archive, struct archive_entry **entry, const char **name) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_locale);
  const locale_t before = utf8 == (locale_t)0 ? (locale_t)0 : uselocale(utf8);
  const int status = archive_read_next_header(archive, entry);
  *name = NULL;
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
    *name = archive_entry_pathname_utf8(*entry);
    if (*name == NULL) *name = archive_entry_pathname(*entry);
  }
  if (before != (locale_t)0) uselocale(before);
  return status;
}
