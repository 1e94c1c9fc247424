// The reader's handle, shared by reading and searching.
#ifndef CXAPIAN_READER_HPP
#define CXAPIAN_READER_HPP

#include <xapian.h>

#include <vector>

struct cx_reader {
  Xapian::Database database;
  /// The databases one by one: metadata is read from each.
  std::vector<Xapian::Database> shards;
  bool has_remote = false;
};

#endif
