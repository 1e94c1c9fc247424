// What lies at a path, before Xapian opens it.
#ifndef CXAPIAN_LOCATION_HPP
#define CXAPIAN_LOCATION_HPP

#include <xapian.h>

namespace cx {

/// Opens the local database at `path` for reading: a folder, or a single file.
///
/// Xapian is told that it is a glass database and so never looks for a stub: a line of a stub can
/// start any program. Refuses what Xapian reports vaguely: CX_MISSING where there is no path or a
/// folder without a database, CX_PERMISSION where a folder may not be searched, CX_FORMAT for
/// anything else.
Xapian::Database open_database(const char* path);

/// Refuses, as `open_database` does, unless `path` is the folder of a database.
void require_database(const char* path);

/// Refuses (CX_INVALID_ARGUMENT) unless a new database can be made in the folder `path`: there is
/// nothing, or a folder without a database.
void require_vacant(const char* path);

}  // namespace cx

#endif
