// What is done to whole databases.
#include <xapian.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <system_error>

#include "Guard.hpp"
#include "Location.hpp"
#include "Packed.hpp"

const char* cx_library_version(void) { return Xapian::version_string(); }

cx_status cx_compact(const char* const* sources, size_t count, const char* destination, int full,
                     cx_failure* failure) {
  return cx::guard(failure, [&] {
    if (count == 0) cx::refuse("there is nothing to merge");
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(destination, error))) {
      cx::refuse(std::string(destination) + ": exists already");
    }
    Xapian::Database merged;
    for (size_t at = 0; at < count; ++at) {
      merged.add_database(cx::open_database(sources[at]));
    }
    // FULL, not FULLER: that one makes blocks so tight that Xapian advises against later updates.
    const unsigned level = full != 0 ? Xapian::Compactor::FULL : Xapian::Compactor::STANDARD;
    merged.compact(destination, level);
  });
}

cx_status cx_check(const char* path, uint64_t* errors, cx_bytes* out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::PackedWriter writer(out);
    cx::require_database(path);
    std::ostringstream report;
    uint64_t found = 0;
    try {
      found = Xapian::Database::check(path, 0, &report);
    } catch (const Xapian::DatabaseOpeningError&) {
      throw;  // There is nothing it can check.
    } catch (const Xapian::DatabaseError& error) {
      // Damage that stops the checker is what it was asked to find; the system's errors are not.
      if (error.get_error_string() != nullptr) throw;
      found = 1;
      report << error.get_msg() << '\n';
    }
    writer.bytes(report.str());
    writer.keep();
    *errors = found;
  });
}
