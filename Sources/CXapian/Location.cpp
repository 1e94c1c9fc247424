#include "Location.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "Guard.hpp"

namespace cx {
namespace {

namespace fs = std::filesystem;

/// Stubs that name stubs are followed this far.
constexpr int max_stub_depth = 8;
/// Longer files are not read as stubs.
constexpr std::uintmax_t max_stub_bytes = 1 << 20;

void survey(const fs::path& path, int depth, Location& found);

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

bool is_own_database(const fs::path& folder) {
  return holds(folder, "iamglass") || holds(folder, "iamchert");
}

/// A single-file database starts like the version file of an ordinary one.
bool is_single_file(const fs::path& path) {
  constexpr std::string_view magic = "\x0f\x0dXapian Glass";
  char start[magic.size()] = {};
  std::ifstream file(path, std::ios::binary);
  file.read(start, sizeof start);
  return std::string_view(start, static_cast<size_t>(file.gcount())) == magic;
}

void survey_stub(const fs::path& stub, int depth, Location& found) {
  if (depth > max_stub_depth) {
    throw Refusal(CX_FORMAT, stub.string() + ": stubs that name stubs, deeper than " +
                                 std::to_string(max_stub_depth) + ", or in a circle");
  }
  std::error_code error;
  const std::uintmax_t size = fs::file_size(stub, error);
  if (!error && size > max_stub_bytes) {
    throw Refusal(CX_FORMAT, stub.string() + ": neither a Xapian database nor a stub");
  }
  std::ifstream file(stub);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#') continue;
    const size_t space = line.find(' ');
    const std::string type = line.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
    if (type == "auto") {
      survey(stub.parent_path() / rest, depth + 1, found);
    } else if (type != "glass" && type != "chert" && type != "inmemory") {
      found.has_remote = true;
    }
  }
}

void survey(const fs::path& path, int depth, Location& found) {
  switch (type_of(path)) {
    case fs::file_type::not_found:
      throw Refusal(CX_MISSING, path.string() + ": no such file or folder");
    case fs::file_type::directory:
      if (is_own_database(path)) return;
      if (holds(path, "XAPIANDB")) return survey_stub(path / "XAPIANDB", depth, found);
      throw Refusal(CX_MISSING, path.string() + ": no database in this folder");
    case fs::file_type::regular:
      if (!is_single_file(path)) survey_stub(path, depth, found);
      return;
    default:
      throw Refusal(CX_FORMAT, path.string() + ": neither a folder nor a file");
  }
}

}  // namespace

Location locate(const char* path) {
  Location found;
  survey(path, 0, found);
  return found;
}

void require_vacant(const char* path) {
  const fs::path folder(path);
  switch (type_of(folder)) {
    case fs::file_type::not_found:
      return;
    case fs::file_type::directory:
      if (is_own_database(folder) || holds(folder, "XAPIANDB")) {
        refuse(folder.string() + ": there is a database already");
      }
      return;
    default:
      refuse(folder.string() + ": not a folder");
  }
}

}  // namespace cx
