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
