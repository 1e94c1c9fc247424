// A given set of documents as a source of matches.
#ifndef CXAPIAN_ID_SOURCE_HPP
#define CXAPIAN_ID_SOURCE_HPP

#include <xapian.h>

#include <string>
#include <vector>

namespace cx {

/// Matches the documents of a sorted list of ids, with weight 0, for one local database.
///
/// Its frequency is exact: ids that the database does not hold are left out when a match starts.
class IdSource final : public Xapian::PostingSource {
 public:
  /// `ids` strictly ascending, from 1.
  explicit IdSource(std::vector<Xapian::docid> ids) : ids_(std::move(ids)) {}

  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  Xapian::docid get_docid() const override { return live_[at_]; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_ >= live_.size(); }
  std::string get_description() const override;

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(live_.size()); }

  std::vector<Xapian::docid> ids_;   ///< as given
  std::vector<Xapian::docid> live_;  ///< those in the database
  size_t at_ = 0;                    ///< place in live_
  bool started_ = false;             ///< whether at_ is a place already
};

}  // namespace cx

#endif
