#include "IdSource.hpp"

#include <algorithm>

namespace cx {

void IdSource::init(const Xapian::Database& database) {
  at_ = 0;
  started_ = false;
  const auto end = std::upper_bound(ids_.begin(), ids_.end(), database.get_lastdocid());
  live_.clear();
  live_.reserve(static_cast<size_t>(end - ids_.begin()));
  if (database.get_doccount() == database.get_lastdocid()) {
    live_.assign(ids_.begin(), end);  // No id below the last one is free.
    return;
  }
  auto document = database.postlist_begin(std::string());
  const auto none = database.postlist_end(std::string());
  for (auto id = ids_.begin(); id != end && document != none; ++id) {
    document.skip_to(*id);
    if (document != none && *document == *id) live_.push_back(*id);
  }
}

void IdSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void IdSource::skip_to(Xapian::docid id, double) {
  started_ = true;
  if (at_end() || live_[at_] >= id) return;
  // Gallop: the target is usually near, so double the step until it is passed, then search there.
  size_t low = at_;
  size_t step = 1;
  while (low + step < live_.size() && live_[low + step] < id) {
    low += step;
    step *= 2;
  }
  const size_t high = std::min(low + step, live_.size());
  const auto begin = live_.begin();
  at_ = static_cast<size_t>(std::lower_bound(begin + low, begin + high, id) - begin);
}

std::string IdSource::get_description() const {
  return "documents(" + std::to_string(ids_.size()) + ")";
}

}  // namespace cx
