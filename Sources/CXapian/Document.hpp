// Unpacking a document.
#ifndef CXAPIAN_DOCUMENT_HPP
#define CXAPIAN_DOCUMENT_HPP

#include <xapian.h>

#include <string_view>

namespace cx {

/// Makes a document from its packed form (see cx_writer_put). The document belongs to no database
/// yet: whatever is refused here, pending changes are not touched.
Xapian::Document unpack_document(std::string_view packed);

}  // namespace cx

#endif
