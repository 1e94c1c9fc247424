// Source of the format: backends/glass/glass_postlist.cc of Xapian 1.4.
#include "GlassPostings.hpp"

#include <algorithm>

#include "GlassEncoding.hpp"
#include "Guard.hpp"

namespace cx::glass {

Chunk Chunk::read(std::string_view tag, uint32_t first) {
  Decoder in(tag);
  Chunk chunk;
  chunk.first = first;
  if (first == 0) {
    chunk.entries = in.number32();
    chunk.occurrences = in.number();
    chunk.first = in.number32() + 1;
  }
  const uint8_t is_last = in.next();
  if (is_last != '0' && is_last != '1') Decoder::fail();
  chunk.last = chunk.first + in.number32();
  chunk.postings = in.rest();
  return chunk;
}

void PostingList::add_piece(uint32_t first, uint32_t last, std::string_view postings) {
  const size_t begin = bytes_.size();
  bytes_ += postings;
  pieces_.push_back(Piece{first, last, begin, bytes_.size()});
}

void PostingList::add(uint32_t first, uint32_t last, std::string_view postings) {
  // What is longer than a chunk is cut.
  while (postings.size() > chunk_bytes + chunk_bytes / 2) {
    Decoder in(postings);
    in.number();
    uint32_t at = first;
    while (postings.size() - in.rest().size() < chunk_bytes) {
      at += in.number32() + 1;
      in.number();
    }
    add_piece(first, at, postings.substr(0, postings.size() - in.rest().size()));
    first = at + in.number32() + 1;
    postings = in.rest();
  }
  add_piece(first, last, postings);
}

void PostingList::add_left(const Chunk& chunk, const Numbering& numbering) {
  Decoder in(chunk.postings);
  uint32_t first = 0, last = 0;
  body_.clear();
  for (uint32_t id = chunk.first;; id += in.number32() + 1) {
    const uint32_t wdf = in.number32();
    if (const uint32_t number = numbering[id]; number == 0) {
      --entries_;
      occurrences_ -= wdf;
    } else {
      if (first == 0) {
        first = number;
      } else {
        append_number(body_, number - last - 1);
      }
      append_number(body_, wdf);
      last = number;
    }
    if (in.at_end()) break;
  }
  if (first != 0) add_piece(first, last, body_);
}

void PostingList::write(TableWriter& table, std::string_view key, std::string_view separator,
                        bool has_totals) {
  for (size_t at = 0; at < pieces_.size();) {
    const Piece& start = pieces_[at];
    body_.assign(bytes_, start.begin, start.end - start.begin);
    uint32_t last = start.last;
    const bool is_first = at == 0;
    for (++at; at < pieces_.size(); ++at) {
      const Piece& piece = pieces_[at];
      if (body_.size() + (piece.end - piece.begin) > chunk_bytes) break;
      if (piece.first <= last) throw Refusal(CX_INTERNAL, "postings are out of order");
      append_number(body_, piece.first - last - 1);
      body_.append(bytes_, piece.begin, piece.end - piece.begin);
      last = piece.last;
    }
    key_ = key;
    tag_.clear();
    if (is_first) {
      append_number(tag_, has_totals ? std::min<uint64_t>(entries_, UINT32_MAX) : 0);
      append_number(tag_, has_totals ? std::min<uint64_t>(occurrences_, UINT32_MAX) : 0);
      append_number(tag_, start.first - 1);
    } else {
      key_ += separator;
      append_sortable(key_, start.first);
    }
    tag_ += at == pieces_.size() ? '1' : '0';
    append_number(tag_, last - start.first);
    tag_ += body_;
    table.add(key_, tag_, false);
  }
  pieces_.clear();
  bytes_.clear();
  entries_ = 0;
  occurrences_ = 0;
}

TermChunks::TermChunks(TableReader& table) : table_(table), has_entry_(table.seek("\x01")) {
  start();
}

/// Looks at the first chunk of a list.
void TermChunks::start() {
  if (!has_entry_) {
    term_.clear();
    return;
  }
  term_ = table_.key();
  // Terms of ours hold no zero byte, so that a key with one is that of a further chunk.
  if (term_.find('\0') != std::string::npos) {
    throw Xapian::DatabaseCorruptError("a list of postings has no beginning");
  }
}

void TermChunks::take(PostingList& list, const Numbering& numbering) {
  uint32_t further = 0;
  do {
    if (table_.key().size() > term_.size()) {
      further = Decoder(table_.key().substr(term_.size() + 1)).sortable();
    }
    const Chunk chunk = Chunk::read(table_.tag(), further);
    list.add_totals(chunk.entries, chunk.occurrences);
    if (numbering.keeps(chunk.first, chunk.last)) {
      list.add(chunk.first, chunk.last, chunk.postings);
    } else {
      list.add_left(chunk, numbering);
    }
    has_entry_ = table_.next();
  } while (has_entry_ && is_further(table_.key()));
  start();
}

/// Whether a key is that of a further chunk of the term.
bool TermChunks::is_further(std::string_view key) const noexcept {
  return key.size() > term_.size() + 1 && key[term_.size()] == '\0' &&
         key.substr(0, term_.size()) == term_;
}

}  // namespace cx::glass
