// What lies at a path, before Xapian opens it.
#ifndef CXAPIAN_LOCATION_HPP
#define CXAPIAN_LOCATION_HPP

namespace cx {

/// What a look at the files tells.
struct Location {
  bool has_remote = false;  ///< a stub names a remote database, or something unknown to us
};

/// Looks at the database at `path`: a folder, a single-file database or a stub, following stubs.
///
/// Refuses what Xapian reports vaguely or not at all: CX_MISSING where there is no path or a folder
/// without any database (also behind a stub), CX_PERMISSION where a folder may not be searched,
/// CX_FORMAT for something else than a database or stub, and for stubs that name themselves
/// (Xapian 1.4 follows those until the stack ends).
Location locate(const char* path);

/// Refuses (CX_INVALID_ARGUMENT) unless a new database can be made in the folder `path`: there is
/// nothing, or a folder without a database.
void require_vacant(const char* path);

}  // namespace cx

#endif
