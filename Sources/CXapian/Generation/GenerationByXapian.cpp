// Writing a generation through Xapian's public interface: slow, and right by definition.
#include <xapian.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "Generation.hpp"
#include "Glass/GlassEncoding.hpp"

namespace cx {
namespace {

/// Documents gathered at a time: each of them holds hundreds of terms.
constexpr uint32_t slice = 1000;
/// Slots looked into; what has values in others is not ours.
constexpr uint32_t slots = 64;

/// The documents first…last of the generation before that are left.
void copy_previous(const Sources& sources, const Xapian::Database& old, uint32_t first,
                   uint32_t last, Xapian::WritableDatabase& database) {
  std::map<uint32_t, Xapian::Document> documents;
  const auto document = [&](uint32_t id) -> Xapian::Document* {
    return sources.numbering[id] == 0 ? nullptr : &documents[id];
  };
  auto existing = old.postlist_begin("");
  for (existing.skip_to(first); existing != old.postlist_end("") && *existing <= last; ++existing) {
    if (Xapian::Document* const found = document(*existing)) {
      found->set_data(old.get_document(*existing).get_data());
    }
  }
  for (auto term = old.allterms_begin(); term != old.allterms_end(); ++term) {
    auto posting = old.postlist_begin(*term);
    for (posting.skip_to(first); posting != old.postlist_end(*term) && *posting <= last; ++posting) {
      if (Xapian::Document* const found = document(*posting)) {
        found->add_term(*term, posting.get_wdf());
      }
    }
  }
  for (uint32_t slot = 0; slot < slots; ++slot) {
    auto value = old.valuestream_begin(slot);
    for (value.skip_to(first); value != old.valuestream_end(slot) && value.get_docid() <= last;
         ++value) {
      if (Xapian::Document* const found = document(value.get_docid())) {
        found->add_value(slot, *value);
      }
    }
  }
  for (const auto& [place, value] : sources.values) {
    const auto found = documents.find(place.second);
    if (found != documents.end()) found->second.add_value(place.first, value);
  }
  for (const auto& [id, made] : documents) {
    database.replace_document(sources.numbering[id], made);
  }
}

/// The documents first…last of a run, which count from 0.
void add_run(const RunFile& run, uint32_t base, uint32_t first, uint32_t last,
             Xapian::WritableDatabase& database) {
  std::vector<Xapian::Document> documents(last - first + 1);
  const auto in_slice = [&](uint32_t id) { return id >= first && id <= last; };
  RunStream texts = run.texts();
  for (uint32_t id = 0; id <= last; ++id) {
    const std::string_view data = texts.string();
    if (in_slice(id)) documents[id - first].set_data(std::string(data));
  }
  for (const RunFile::Slot& slot : run.slots) {
    RunStream values = run.values(slot);
    for (uint32_t id = 0; !values.at_end(); ++id) {
      id += values.number32();
      const std::string_view value = values.string();
      if (in_slice(id)) documents[id - first].add_value(slot.number, std::string(value));
    }
  }
  for (RunTerms terms(run); terms.next();) {
    glass::Decoder in(terms.postings);
    for (uint32_t id = terms.first;; id += in.number32() + 1) {
      const uint32_t wdf = in.number32();
      if (in_slice(id)) documents[id - first].add_term(terms.term, wdf);
      if (in.at_end()) break;
    }
  }
  for (uint32_t id = first; id <= last; ++id) {
    database.replace_document(base + id + 1, documents[id - first]);
  }
}

}  // namespace

void write_by_xapian(const Sources& sources) {
  Xapian::WritableDatabase database(
      sources.path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (const auto& [key, value] : sources.metadata) database.set_metadata(key, value);
  if (!sources.previous.empty()) {
    const Xapian::Database old(sources.previous, Xapian::DB_BACKEND_GLASS);
    const uint32_t last = old.get_lastdocid();
    for (uint32_t first = 1; first <= last; first += slice) {
      sources.check_for_stop();
      copy_previous(sources, old, first, std::min(last, first + slice - 1), database);
    }
  }
  for (size_t at = 0; at < sources.runs.size(); ++at) {
    const RunFile& run = sources.runs[at];
    for (uint32_t first = 0; first < run.documents; first += slice) {
      sources.check_for_stop();
      add_run(run, sources.bases[at], first, std::min(run.documents, first + slice) - 1, database);
    }
  }
  database.commit();
}

}  // namespace cx
