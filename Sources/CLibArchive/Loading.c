// Functions of libarchive by their own names; LateLoading.h says how.
#include "CLibArchive.h"

#include "LateLoading.h"

// The library of all 3.x, whose headers were included; its name without a number as a last resort.
#ifdef __APPLE__
#define FIRST "libarchive.13.dylib"
#define SECOND "libarchive.dylib"
#else
#define FIRST "libarchive.so.13"
#define SECOND "libarchive.so"
#endif

// `archive_read_new` comes first: nobody has an archive or entry to give to the others unless it has
// loaded the library.
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
  X(int, archive_entry_is_data_encrypted, (struct archive_entry * entry), (entry), 0)

LATE_LIBRARY(FUNCTIONS, FIRST, SECOND)

const char *archive_missing(void) { return late_missing(); }
