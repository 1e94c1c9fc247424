#include "Location.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "Guard.hpp"

namespace cx {
namespace {

namespace fs = std::filesystem;

/// The type of the file at a path, links followed. Refuses what cannot be looked at.
fs::file_type type_of(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return status.type();
  if (error == std::errc::permission_denied) {
    throw Refusal(CX_PERMISSION, path.string() + ": " + error.message());
  }
  if (error) throw Refusal(CX_INTERNAL, path.string() + ": " + error.message());
  return status.type();
}

bool holds(const fs::path& folder, const char* name) {
  return type_of(folder / name) == fs::file_type::regular;
}

[[noreturn]] void refuse_format(const fs::path& path) {
  throw Refusal(CX_FORMAT, path.string() + ": not a Xapian database");
}

/// Opens the database in the single file at `path`.
///
/// What is looked at is the file that Xapian is given, whatever the path leads to by then.
Xapian::Database open_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) throw Xapian::DatabaseOpeningError(path.string() + ": cannot be opened", errno);
  // It starts like the version file of an ordinary one.
  constexpr std::string_view magic = "\x0f\x0dXapian Glass";
  char start[magic.size()] = {};
  const bool is_database = ::pread(file, start, sizeof start, 0) == ssize_t(sizeof start) &&
                           std::string_view(start, sizeof start) == magic;
  if (!is_database) {
    ::close(file);
    refuse_format(path);
  }
  return Xapian::Database(file, Xapian::DB_BACKEND_GLASS);  // Which closes it.
}

}  // namespace

void require_database(const char* path) {
  const fs::path folder(path);
  switch (type_of(folder)) {
    case fs::file_type::not_found:
      throw Refusal(CX_MISSING, folder.string() + ": no such file or folder");
    case fs::file_type::directory:
      if (holds(folder, "iamglass")) return;
      if (holds(folder, "iamchert")) {
        throw Refusal(CX_FORMAT, folder.string() + ": a Xapian database of an old format");
      }
      throw Refusal(CX_MISSING, folder.string() + ": no database in this folder");
    default:
      refuse_format(folder);
  }
}

Xapian::Database open_database(const char* path) {
  if (type_of(path) == fs::file_type::regular) return open_file(path);
  require_database(path);
  return Xapian::Database(path, Xapian::DB_BACKEND_GLASS);
}

void require_vacant(const char* path) {
  const fs::path folder(path);
  switch (type_of(folder)) {
    case fs::file_type::not_found:
      return;
    case fs::file_type::directory:
      for (const char* mark : {"iamglass", "iamchert", "XAPIANDB"}) {
        if (holds(folder, mark)) refuse(folder.string() + ": there is a database already");
      }
      return;
    default:
      refuse(folder.string() + ": not a folder");
  }
}

}  // namespace cx
