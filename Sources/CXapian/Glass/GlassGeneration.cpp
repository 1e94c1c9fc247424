// Writing the tables of a generation, each once and in the order of its keys. Sources of the formats:
// backends/glass of Xapian 1.4, glass_postlist.cc, glass_version.cc.
#include <algorithm>
#include <exception>
#include <optional>
#include <queue>
#include <random>
#include <thread>

#include "Generation/Generation.hpp"
#include "GlassEncoding.hpp"
#include "GlassPostings.hpp"
#include "GlassTable.hpp"
#include "GlassTableReader.hpp"
#include "GlassValues.hpp"

namespace cx {
namespace {

using namespace glass;

constexpr std::string_view lengths_prefix("\0\xe0", 2);
constexpr std::string_view metadata_prefix("\0\xc0", 2);
/// Tags up to this length are never compressed, as in Xapian.
constexpr uint32_t compress_min = 18;
/// How often to ask whether to stop.
constexpr uint32_t entries_per_question = 4096;

/// What the version file tells of the documents.
struct Totals {
  uint32_t documents = 0, least_length = 0, greatest_length = 0, greatest_wdf = 0;
  uint64_t length = 0;

  void add(uint32_t document_length) {
    ++documents;
    if (document_length > 0 && (least_length == 0 || document_length < least_length)) {
      least_length = document_length;
    }
    greatest_length = std::max(greatest_length, document_length);
    length += document_length;
  }
};

/// The table of documents' data: as they are stored, the compressed ones compressed.
void write_data(const Sources& sources, const Version* version, TableWriter& table) {
  std::string key;
  uint32_t written = 0;
  const auto add = [&](uint32_t id, std::string_view tag, bool is_compressed) {
    if (++written % entries_per_question == 0) sources.check_for_stop();
    key.clear();
    append_sortable(key, id);
    table.add(key, tag, is_compressed);
  };
  if (version != nullptr) {
    TableReader old(sources.previous + "/docdata.glass", version->data);
    for (bool found = old.seek(""); found; found = old.next()) {
      const uint32_t number = sources.numbering[Decoder(old.key()).sortable()];
      if (number != 0) add(number, old.tag(), old.is_compressed());
    }
  }
  for (size_t at = 0; at < sources.runs.size(); ++at) {
    RunStream texts = sources.runs[at].texts();
    for (uint32_t id = sources.bases[at] + 1; !texts.at_end(); ++id) {
      const std::string_view data = texts.string();
      if (!data.empty()) add(id, data, false);
    }
  }
  table.finish();
}

/// The lengths of the documents: a list as of a term that all have, without totals.
void write_lengths(const Sources& sources, const Version* version, TableWriter& table,
                   Totals& totals) {
  PostingList list;
  std::string postings;
  uint32_t first = 0, last = 0;
  const auto flush = [&] {
    if (!postings.empty()) list.add(first, last, postings);
    postings.clear();
  };
  const auto add = [&](uint32_t id, uint32_t length) {
    if (postings.size() >= chunk_bytes) flush();
    if (postings.empty()) {
      first = id;
    } else {
      append_number(postings, id - last - 1);
    }
    append_number(postings, length);
    last = id;
    totals.add(length);
  };
  if (version != nullptr) {
    TableReader old(sources.previous + "/postlist.glass", version->postings);
    for (bool found = old.seek(lengths_prefix);
         found && old.key().substr(0, 2) == lengths_prefix; found = old.next()) {
      const uint32_t further = old.key().size() > 2 ? Decoder(old.key().substr(2)).sortable() : 0;
      const Chunk chunk = Chunk::read(old.tag(), further);
      Decoder in(chunk.postings);
      for (uint32_t id = chunk.first;; id += in.number32() + 1) {
        const uint32_t length = in.number32();
        if (const uint32_t number = sources.numbering[id]; number != 0) add(number, length);
        if (in.at_end()) break;
      }
    }
  }
  for (size_t at = 0; at < sources.runs.size(); ++at) {
    RunStream lengths = sources.runs[at].lengths();
    for (uint32_t id = sources.bases[at] + 1; !lengths.at_end(); ++id) add(id, lengths.number32());
  }
  flush();
  if (totals.documents > 0) list.write(table, lengths_prefix, "", false);
}

/// The lists of terms: one merge of what there was and all runs.
void write_terms(const Sources& sources, const Version* version, TableWriter& table) {
  const Root none;
  TableReader old_table(sources.previous + "/postlist.glass", version ? version->postings : none);
  TermChunks old(old_table);
  std::vector<RunTerms> runs(sources.runs.begin(), sources.runs.end());
  const auto is_behind = [&](size_t left, size_t right) {
    const int order = runs[left].term.compare(runs[right].term);
    return order > 0 || (order == 0 && left > right);
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(is_behind)> next(is_behind);
  for (size_t at = 0; at < runs.size(); ++at) {
    if (runs[at].next()) next.push(at);
  }
  PostingList list;
  std::string term;
  uint32_t written = 0;
  while (!old.term().empty() || !next.empty()) {
    if (++written % entries_per_question == 0) sources.check_for_stop();
    term = next.empty() || (!old.term().empty() && old.term() <= runs[next.top()].term)
               ? old.term()
               : runs[next.top()].term;
    if (old.term() == term) old.take(list, sources.numbering);
    while (!next.empty() && runs[next.top()].term == term) {
      const size_t at = next.top();
      const RunTerms& run = runs[at];
      const uint32_t base = sources.bases[at] + 1;
      list.add_totals(run.entries, run.occurrences);
      list.add(base + run.first, base + run.last, run.postings);
      next.pop();
      if (runs[at].next()) next.push(at);
    }
    if (!list.is_empty()) list.write(table, term, std::string_view("\0", 1));
  }
}

void write_version(const Sources& sources, const Totals& totals, const TableWriter& postings,
                   const TableWriter& data, const TableWriter& slots) {
  std::string bytes(version_magic);
  std::random_device device;
  for (int word = 0; word < 4; ++word) {
    const uint32_t drawn = device();
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(drawn >> shift);
  }
  append_number(bytes, revision);
  postings.append_root(bytes, 0);
  data.append_root(bytes, compress_min);
  slots.append_root(bytes, compress_min);
  // Positions, spellings, synonyms: tables that are not there.
  for (const uint32_t least : {0u, compress_min, compress_min}) {
    for (const uint32_t number : {0u, 3u, 0u, uint32_t{Block::size >> 11}, least, 0u}) {
      append_number(bytes, number);
    }
  }
  append_number(bytes, totals.documents);
  append_number(bytes, sources.last_id - totals.documents);
  append_number(bytes, totals.least_length);
  append_number(bytes, totals.greatest_wdf);
  append_number(bytes, totals.greatest_length - std::min(totals.greatest_length, totals.greatest_wdf));
  append_number(bytes, 0);  // The oldest set of changes.
  append_number(bytes, totals.length);
  append_number(bytes, 0);  // The most frequent spelling.
  write_file(sources.path + "/iamglass", bytes);
}

}  // namespace

void write_tables(const Sources& sources) {
  std::optional<Version> version;
  Totals totals;
  if (!sources.previous.empty()) {
    version = Version::read(sources.previous);
    totals.greatest_wdf = version->greatest_wdf;
  }
  for (const RunFile& run : sources.runs) {
    totals.greatest_wdf = std::max(totals.greatest_wdf, run.greatest_wdf);
  }
  const Version* const old = version ? &*version : nullptr;
  TableWriter data(sources.path + "/docdata.glass");
  std::exception_ptr failure;
  std::thread other([&] {
    try {
      write_data(sources, old, data);
    } catch (...) {
      failure = std::current_exception();
    }
  });
  std::exception_ptr own_failure;
  try {
    TableWriter postings(sources.path + "/postlist.glass");
    for (const auto& [key, value] : sources.metadata) {
      if (!value.empty()) postings.add(std::string(metadata_prefix) + key, value, false);
    }
    const std::vector<uint64_t> used = write_values(sources, old, postings);
    TableWriter slots(sources.path + "/termlist.glass");
    write_slots(used, slots);
    write_lengths(sources, old, postings, totals);
    write_terms(sources, old, postings);
    postings.finish();
    other.join();
    if (!failure) write_version(sources, totals, postings, data, slots);
  } catch (...) {
    own_failure = std::current_exception();
    if (other.joinable()) other.join();
  }
  if (own_failure) std::rethrow_exception(own_failure);
  if (failure) std::rethrow_exception(failure);
}

}  // namespace cx
