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

#endif
