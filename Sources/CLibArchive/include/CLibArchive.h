/*
 * Compressed streams and zip archives by libarchive, loaded by the first call of archive_read_new():
 * linked, it brings nine libraries into every process, which takes a millisecond of a search.
 *
 * Loading.c has the functions that may be called; any other fails to link. Where libarchive is not
 * to be had, archive_read_new() returns NULL and archive_missing() says why. Any thread may call.
 */
#ifndef CLIBARCHIVE_H
#define CLIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

/* Why libarchive could not be loaded, for the life of the process; NULL if it could, or was not tried. */
const char *_Nullable archive_missing(void);

/*
 * As archive_read_next_header and archive_entry_pathname_utf8, whatever locale the process is in: libarchive
 * gives no name that the locale cannot write, and in "C" that is all but ASCII. The locale is changed for this
 * thread and call only. The name is NULL for one that is no text; it lives as long as the entry.
 */
int archive_next_named(struct archive *_Nonnull archive,
                       struct archive_entry *_Nullable *_Nonnull entry,
                       const char *_Nullable *_Nonnull name);

#endif
