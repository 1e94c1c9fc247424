#include "Guard.hpp"

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace cx {
namespace {

/// Whether either text mentions the system's message for one of the error numbers.
///
/// Xapian keeps the number to itself and shows only its text, made by the same strerror.
template <typename... Number>
bool mentions(std::string_view message, std::string_view detail, Number... numbers) noexcept {
  for (int number : {numbers...}) {
    const std::string_view text = std::strerror(number);
    if (detail.find(text) != std::string_view::npos) return true;
    if (message.find(text) != std::string_view::npos) return true;
  }
  return false;
}

/// What the operating system's part of an error says: CX_OK if it says nothing that we distinguish.
cx_status system_status(std::string_view message, std::string_view detail) noexcept {
  if (mentions(message, detail, ENOSPC, EDQUOT)) return CX_DISK_FULL;
  if (mentions(message, detail, EACCES, EPERM, EROFS)) return CX_PERMISSION;
  if (mentions(message, detail, EIO)) return CX_IO;
  return CX_OK;
}

/// A failure to open: what is missing, what is damaged, and what is not a database at all.
cx_status opening_status(std::string_view message, std::string_view detail) noexcept {
  if (mentions(message, detail, ENOENT, ENOTDIR)) {
    // A table of a database that is there: not missing but damaged.
    return message.find(".glass") != std::string_view::npos ? CX_CORRUPT : CX_MISSING;
  }
  return detail.empty() ? CX_FORMAT : CX_INTERNAL;
}

/// Ends the handling of a Xapian error: the system's reason first, then what its class says.
cx_status finish(cx_failure* failure, const Xapian::Error& error, cx_status status) noexcept {
  const char* system = error.get_error_string();
  const std::string_view detail = system ? system : "";
  const cx_status found = system_status(error.get_msg(), detail);
  if (found != CX_OK) status = found;
  describe(failure, status, error.get_msg(), detail);
  return status;
}

cx_status finish_opening(cx_failure* failure, const Xapian::Error& error) noexcept {
  const char* system = error.get_error_string();
  return finish(failure, error, opening_status(error.get_msg(), system ? system : ""));
}

cx_status finish_creating(cx_failure* failure, const Xapian::Error& error) noexcept {
  // Without its parent folder nothing can be made; else another process has made it just now.
  const char* system = error.get_error_string();
  const bool orphan = mentions(error.get_msg(), system ? system : "", ENOENT, ENOTDIR);
  return finish(failure, error, orphan ? CX_MISSING : CX_INVALID_ARGUMENT);
}

cx_status finish_database(cx_failure* failure, const Xapian::DatabaseError& error) noexcept {
  const char* system = error.get_error_string();
  if (system != nullptr && *system != '\0') {
    const bool missing = opening_status(error.get_msg(), system) == CX_MISSING;
    return finish(failure, error, missing ? CX_MISSING : CX_INTERNAL);
  }
  // Without a reason of the system it is the files ("EOF reading block", "inflate failed", "item
  // starts outside block"), but for one.
  const bool exhausted = error.get_msg().find("Run out of docids") != std::string::npos;
  return finish(failure, error, exhausted ? CX_INTERNAL : CX_CORRUPT);
}

}  // namespace

void refuse(std::string message) { throw Refusal(CX_INVALID_ARGUMENT, std::move(message)); }

cx_status classify_errno(cx_failure* failure, std::string_view message, int number) noexcept {
  const std::string_view detail = std::strerror(number);
  const cx_status found = system_status(message, detail);
  const cx_status status = found != CX_OK ? found : CX_INTERNAL;
  describe(failure, status, message, detail);
  return status;
}

cx_status classify(cx_failure* failure) noexcept {
  // Most derived classes first: a base class would take them.
  try {
    throw;
  } catch (const Refusal& error) {
    describe(failure, error.status(), error.what());
    return error.status();
  } catch (const Xapian::DatabaseLockError& error) {
    return finish(failure, error, CX_LOCKED);
  } catch (const Xapian::DatabaseModifiedError& error) {
    return finish(failure, error, CX_MODIFIED);
  } catch (const Xapian::DatabaseCorruptError& error) {
    return finish(failure, error, CX_CORRUPT);
  } catch (const Xapian::DatabaseVersionError& error) {
    return finish(failure, error, CX_FORMAT);
  } catch (const Xapian::DatabaseNotFoundError& error) {
    return finish(failure, error, CX_MISSING);
  } catch (const Xapian::DatabaseOpeningError& error) {
    return finish_opening(failure, error);
  } catch (const Xapian::DatabaseCreateError& error) {
    return finish_creating(failure, error);
  } catch (const Xapian::DatabaseClosedError& error) {
    return finish(failure, error, CX_INTERNAL);
  } catch (const Xapian::DatabaseError& error) {
    return finish_database(failure, error);
  } catch (const Xapian::DocNotFoundError& error) {
    return finish(failure, error, CX_NOT_FOUND);
  } catch (const Xapian::NetworkError& error) {
    return finish(failure, error, CX_NETWORK);
  } catch (const Xapian::UnimplementedError& error) {
    return finish(failure, error, CX_UNSUPPORTED);
  } catch (const Xapian::FeatureUnavailableError& error) {
    return finish(failure, error, CX_UNSUPPORTED);
  } catch (const Xapian::SerialisationError& error) {
    return finish(failure, error, CX_CORRUPT);
  } catch (const Xapian::InvalidArgumentError& error) {
    return finish(failure, error, CX_INVALID_ARGUMENT);
  } catch (const Xapian::InvalidOperationError& error) {
    return finish(failure, error, CX_INVALID_ARGUMENT);
  } catch (const Xapian::QueryParserError& error) {
    return finish(failure, error, CX_INVALID_ARGUMENT);
  } catch (const Xapian::WildcardError& error) {
    return finish(failure, error, CX_INVALID_ARGUMENT);
  } catch (const Xapian::RangeError& error) {
    return finish(failure, error, CX_INVALID_ARGUMENT);
  } catch (const Xapian::Error& error) {
    return finish(failure, error, CX_INTERNAL);
  } catch (const std::bad_alloc&) {
    describe(failure, CX_OUT_OF_MEMORY, "out of memory");
    return CX_OUT_OF_MEMORY;
  } catch (const std::exception& error) {
    describe(failure, CX_INTERNAL, error.what());
    return CX_INTERNAL;
  } catch (...) {
    describe(failure, CX_INTERNAL, "an unknown exception");
    return CX_INTERNAL;
  }
}

}  // namespace cx
