// The reader's handle, shared by reading and searching.
#ifndef CXAPIAN_READER_HPP
#define CXAPIAN_READER_HPP

#include <xapian.h>

struct cx_reader {
  Xapian::Database database;
  bool has_remote = false;
};

#endif
