#include "Generation.hpp"

#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>

#include "Guard.hpp"
#include "Location.hpp"
#include "Packed.hpp"

namespace cx {

Numbering::Numbering(uint32_t last, const std::vector<uint32_t>& removed, bool renumber)
    : removed_to_(size_t{last} + 1), renumbers_(renumber) {
  uint32_t count = 0, id = 0;
  for (const uint32_t gone : removed) {
    if (gone <= id || gone > last) refuse("the documents to remove do not ascend or are not there");
    for (; id < gone; ++id) removed_to_[id] = count;
    ++count;
  }
  for (; id < removed_to_.size(); ++id) removed_to_[id] = count;
  last_ = renumber ? last - count : last;
}

namespace {

/// Adds the numbers that no document has to those of documents that are gone.
void add_gaps(const Xapian::Database& database, std::vector<uint32_t>& removed) {
  uint32_t next = 1;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    for (; next < *at; ++next) removed.push_back(next);
    next = *at + 1;
  }
  std::sort(removed.begin(), removed.end());
}

}  // namespace

Sources::Sources(const cx_generation& request)
    : path(request.path), should_stop_(request.should_stop), context_(request.context) {
  if (request.previous != nullptr) {
    require_database(request.previous);
    previous = request.previous;
    const Xapian::Database old(previous, Xapian::DB_BACKEND_GLASS);
    std::vector<uint32_t> removed(request.removed, request.removed + request.removed_count);
    if (request.renumbers != 0) add_gaps(old, removed);
    numbering = Numbering(old.get_lastdocid(), removed, request.renumbers != 0);
  }
  PackedReader packed_values(view(request.values, request.values_length));
  while (!packed_values.at_end()) {
    const uint32_t id = packed_values.u32();
    const uint32_t slot = packed_values.u32();
    values[{slot, id}] = packed_values.bytes(packed_values.u32());
  }
  PackedReader packed_metadata(view(request.metadata, request.metadata_length));
  while (!packed_metadata.at_end()) {
    const std::string_view key = packed_metadata.bytes(packed_metadata.u8());
    require_key(key);
    metadata[std::string(key)] = packed_metadata.bytes(packed_metadata.u32());
  }
  uint64_t last = numbering.last();
  for (size_t at = 0; at < request.run_count; ++at) {
    runs.emplace_back(request.runs[at]);
    bases.push_back(static_cast<uint32_t>(last));
    last += runs.back().documents;
    if (last >= UINT32_MAX) throw Refusal(CX_INTERNAL, "the numbers of documents are used up");
  }
  last_id = static_cast<uint32_t>(last);
}

void Sources::check_for_stop() const {
  if (should_stop_ != nullptr && should_stop_(context_) != 0) {
    throw Refusal(CX_STOPPED, "stopped");
  }
}

}  // namespace cx

cx_status cx_generation_write(const cx_generation* request, cx_failure* failure) {
  return cx::guard(failure, [&] {
    cx::require_vacant(request->path);
    const cx::Sources sources(*request);
    // For its owner alone until it is complete.
    if (::mkdir(request->path, 0700) != 0 && errno != EEXIST) {
      throw Xapian::DatabaseCreateError("Cannot create directory '" + sources.path + "'", errno);
    }
    if (request->by_xapian != 0) {
      cx::write_by_xapian(sources);
    } else {
      cx::write_tables(sources);
    }
  });
}
