// The writer: one pending batch, made durable by cx_writer_commit or dropped.
//
// The handle is inside an unflushed transaction (begin_transaction(false)) at all times but during
// a commit. That is what gives rollback and a close that never commits: outside a transaction
// Xapian has no public way to drop changes, and closing the database commits them. To commit, the
// transaction is ended (which for an unflushed one writes nothing), commit() makes everything
// durable and visible in one revision, and the next transaction begins. The lock belongs to the
// open database, not to the transaction, and is held from open to close.
//
// Inside the transaction Xapian's own threshold (10,000 changes, or XAPIAN_FLUSH_THRESHOLD) only has
// it write posting lists out to blocks that no reader sees; it commits nothing.
#include <xapian.h>

#include <memory>
#include <optional>
#include <string>

#include "Document.hpp"
#include "Guard.hpp"
#include "Location.hpp"
#include "Packed.hpp"

struct cx_writer {
  Xapian::WritableDatabase database;
  bool in_transaction = false;
  /// The failure that lost the pending batch; CX_OK while there is none. An exception inside a
  /// change makes Xapian drop the batch silently and commit the rest as if nothing had happened;
  /// every further change and commit repeats this failure instead, until a rollback.
  cx_failure lost = {CX_OK, ""};
};

namespace {

constexpr size_t max_metadata_bytes = 96u << 20;

int open_flags(cx_create mode) {
  switch (mode) {
    case CX_OPEN_EXISTING:
      return Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS;
    case CX_CREATE_NEW:
      return Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS;
    case CX_CREATE_SCRATCH:
      // Without DB_DANGEROUS, which overwrites blocks in place: a rollback could not undo that.
      return Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;
  }
  cx::refuse("unknown way to open a database");
}

void begin(cx_writer* writer) {
  writer->database.begin_transaction(false);
  writer->in_transaction = true;
}

/// Runs a change to the pending batch; an exception from Xapian loses the batch.
template <typename Body>
cx_status change(cx_writer* writer, cx_failure* failure, Body&& body) noexcept {
  if (writer->lost.status != CX_OK) {
    *failure = writer->lost;
    return failure->status;
  }
  const cx_status status = cx::guard(failure, body);
  if (status != CX_OK) writer->lost = *failure;
  return status;
}

/// CX_NOT_FOUND if there is no document `id`; asked before a change to it, so that an absent
/// document is not an exception inside the change.
cx_status require_document(cx_writer* writer, uint32_t id, cx_failure* failure) noexcept {
  if (writer->lost.status != CX_OK) return CX_OK;
  return cx::guard(failure, [&] {
    if (id == 0) throw cx::Refusal(CX_NOT_FOUND, "no document has the id 0");
    writer->database.get_doclength(id);
  });
}

}  // namespace

cx_status cx_writer_open(const char* path, cx_create mode, cx_writer** out, cx_failure* failure) {
  return cx::guard(failure, [&] {
    if (mode == CX_OPEN_EXISTING) {
      cx::require_database(path);
    } else {
      cx::require_vacant(path);
    }
    auto writer = std::make_unique<cx_writer>();
    writer->database = Xapian::WritableDatabase(path, open_flags(mode));
    begin(writer.get());
    *out = writer.release();
  });
}

void cx_writer_close(cx_writer* writer) {
  if (writer == nullptr) return;
  cx_failure ignored;
  if (!writer->in_transaction) {
    // After a failed commit: without a transaction, closing would commit what is left of it.
    cx::guard(&ignored, [&] { begin(writer); });
  }
  cx::guard(&ignored, [&] { writer->database.close(); });
  cx::guard(&ignored, [&] { delete writer; });
}

cx_status cx_writer_put(cx_writer* writer, uint32_t id, const uint8_t* document, size_t length,
                        uint32_t* out_id, cx_failure* failure) {
  std::optional<Xapian::Document> unpacked;  // Optional, as its constructor may throw.
  const cx_status status = cx::guard(
      failure, [&] { unpacked = cx::unpack_document(cx::view(document, length)); });
  if (status != CX_OK) return status;
  return change(writer, failure, [&] {
    if (id == 0) {
      *out_id = writer->database.add_document(*unpacked);
    } else {
      writer->database.replace_document(id, *unpacked);
      *out_id = id;
    }
  });
}

cx_status cx_writer_set_value(cx_writer* writer, uint32_t id, uint32_t slot, const uint8_t* value,
                              size_t length, cx_failure* failure) {
  const cx_status status = require_document(writer, id, failure);
  if (status == CX_NOT_FOUND) return status;
  return change(writer, failure, [&] {
    // A document read from the database and put back under its id: Xapian sees that its terms and
    // data are untouched and writes the value alone.
    Xapian::Document document = writer->database.get_document(id);
    document.add_value(slot, std::string(cx::view(value, length)));
    writer->database.replace_document(id, document);
  });
}

cx_status cx_writer_remove(cx_writer* writer, uint32_t id, cx_failure* failure) {
  const cx_status status = require_document(writer, id, failure);
  if (status == CX_NOT_FOUND) return status;
  return change(writer, failure, [&] { writer->database.delete_document(id); });
}

cx_status cx_writer_set_metadata(cx_writer* writer, const uint8_t* key, size_t key_length,
                                 const uint8_t* value, size_t value_length, cx_failure* failure) {
  std::string name, content;
  const cx_status status = cx::guard(failure, [&] {
    cx::require_key(cx::view(key, key_length));
    if (value_length > max_metadata_bytes) cx::refuse("a metadata value is over 96 MiB");
    name = cx::view(key, key_length);
    content = cx::view(value, value_length);
  });
  if (status != CX_OK) return status;
  return change(writer, failure, [&] { writer->database.set_metadata(name, content); });
}

cx_status cx_writer_commit(cx_writer* writer, cx_failure* failure) {
  if (writer->lost.status != CX_OK) {
    *failure = writer->lost;
    return failure->status;
  }
  const cx_status status = cx::guard(failure, [writer] {
    writer->in_transaction = false;
    writer->database.commit_transaction();
    writer->database.commit();
    begin(writer);
  });
  if (status != CX_OK) writer->lost = *failure;
  return status;
}

cx_status cx_writer_rollback(cx_writer* writer, cx_failure* failure) {
  return cx::guard(failure, [&] {
    if (!writer->in_transaction) begin(writer);
    writer->in_transaction = false;
    writer->database.cancel_transaction();
    begin(writer);
    writer->lost.status = CX_OK;
  });
}
