// Unpacking a document.
#ifndef CXAPIAN_DOCUMENT_HPP
#define CXAPIAN_DOCUMENT_HPP

#include <xapian.h>

#include <cstddef>
#include <string_view>

namespace cx {

/// A table entry holds at most 65,535 pieces of about 2,000 bytes; past that Xapian throws in the
/// middle of the write and drops the batch. A packed document of this size cannot get there.
inline constexpr size_t max_document_bytes = 96u << 20;

/// Makes a document from its packed form (see cx_writer_put). The document belongs to no database
/// yet: whatever is refused here, pending changes are not touched.
Xapian::Document unpack_document(std::string_view packed);

}  // namespace cx

#endif
