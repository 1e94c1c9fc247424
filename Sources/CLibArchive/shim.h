/* Compressed streams and zip archives by libarchive; see Package.swift for the package's name. */
#include <archive.h>
#include <archive_entry.h>
