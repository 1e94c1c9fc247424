// Reading a run: articles analyzed together, their postings sorted by term. Swift writes runs
// (RunWriter.swift); this is the other end of that format, which is described there.
#ifndef CXAPIAN_RUN_FILE_HPP
#define CXAPIAN_RUN_FILE_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cx {

/// An open file, closed by the last that uses it.
class RunBytes {
 public:
  explicit RunBytes(std::string path);
  ~RunBytes();
  RunBytes(const RunBytes&) = delete;
  RunBytes& operator=(const RunBytes&) = delete;

  uint64_t size() const noexcept { return size_; }
  const std::string& path() const noexcept { return path_; }
  void read(void* bytes, size_t count, uint64_t offset) const;
  [[noreturn]] void fail() const;

 private:
  std::string path_;
  int file_;
  uint64_t size_;
};

/// Reads one stretch of a run from its beginning to its end, through a buffer.
class RunStream {
 public:
  RunStream(std::shared_ptr<const RunBytes> file, uint64_t begin, uint64_t end);

  bool at_end() const noexcept { return at_ == filled_ && offset_ == end_; }
  uint64_t position() const noexcept { return offset_ - (filled_ - at_); }
  uint64_t number();
  uint32_t number32();
  /// Bytes valid until the next call.
  std::string_view bytes(uint64_t count);
  std::string_view string() { return bytes(number()); }

 private:
  void fill(size_t wanted);

  std::shared_ptr<const RunBytes> file_;
  uint64_t offset_, end_;  ///< What is not in the buffer yet.
  std::vector<char> buffer_;
  size_t at_ = 0, filled_ = 0;
};

/// A run and where its parts are. Documents count from 0 in it.
class RunFile {
 public:
  explicit RunFile(const std::string& path);

  /// The values of a slot: frequency, least and greatest, and where they are.
  struct Slot {
    uint32_t number, frequency;
    std::string lower, upper;
    uint64_t begin, end;
  };

  uint32_t documents = 0;
  uint32_t greatest_wdf = 0;
  std::vector<Slot> slots;

  /// The documents' data: of each its bytes with their length.
  RunStream texts() const { return RunStream(file_, 0, lengths_at_); }
  /// The documents' lengths: a number each.
  RunStream lengths() const { return RunStream(file_, lengths_at_, values_at_); }
  /// A slot's values: how many documents have none since the last that had one, and the bytes.
  RunStream values(const Slot& slot) const { return RunStream(file_, slot.begin, slot.end); }
  RunStream terms() const { return RunStream(file_, terms_at_, terms_end_); }

 private:
  std::shared_ptr<const RunBytes> file_;
  uint64_t lengths_at_ = 0, values_at_ = 0, terms_at_ = 0, terms_end_ = 0;
};

/// Goes over the terms of a run in the order of their bytes.
class RunTerms {
 public:
  explicit RunTerms(const RunFile& run) : stream_(run.terms()) {}

  /// Goes to the next term; returns whether there is one.
  bool next();

  std::string term;
  uint32_t entries = 0;
  uint64_t occurrences = 0;
  /// The first and the last document that has it.
  uint32_t first = 0, last = 0;
  /// The wdf in the first document; then, for each other, how many documents lie between it and the
  /// one before, and its wdf. Valid until the next call.
  std::string_view postings;

 private:
  RunStream stream_;
};

}  // namespace cx

#endif
