/*
 * CXapian: the contract between mucluc and libxapian.
 *
 * This header is all that Swift sees of Xapian. Only what the index needs is here; it is a shim,
 * not a mirror. Behind it, every body runs inside one guard (Guard.hpp): no C++ exception ever
 * crosses into the caller. Conventions that hold for every function:
 *
 *  - Status. Each fallible function returns a cx_status. On anything but CX_OK the cx_failure the
 *    caller passed holds the same status and a NUL-terminated UTF-8 message; out-parameters are
 *    left untouched, but a cx_bytes is left empty. The caller owns the cx_failure (it is plain
 *    memory; nothing in it is freed).
 *  - Ownership. A function named …_open or …_create makes a handle; the caller owns it and ends it
 *    with the matching …_close or …_free, exactly once. NULL is accepted there and does nothing.
 *  - Bytes in are (pointer, length) pairs, borrowed for the call only, never NUL-terminated, and
 *    may be NULL when the length is 0.
 *  - Bytes out are a cx_bytes the caller provides empty ({0}) and releases with cx_bytes_free. It
 *    may be passed again to later calls: its memory is reused and grown.
 *  - Threads. Handles are not locked: one thread at a time per handle. Distinct handles are
 *    independent, also when opened on the same folder.
 *  - Integers inside packed buffers are little-endian and unaligned.
 */
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What went wrong, as far as a caller can act on it. */
typedef enum __attribute__((enum_extensibility(closed))) cx_status {
  CX_OK = 0,
  CX_LOCKED,           /* another writer holds the database */
  CX_MISSING,          /* nothing there to open */
  CX_MODIFIED,         /* a reader's revision is gone: open it again */
  CX_CORRUPT,          /* the files are damaged */
  CX_FORMAT,           /* a Xapian database of a version this library cannot read, or not one */
  CX_DISK_FULL,        /* no space or quota left */
  CX_IO,               /* the disk failed to read or write */
  CX_PERMISSION,       /* the file system refused access, or is read-only */
  CX_INVALID_ARGUMENT, /* the caller's input: a term too long, a malformed packed buffer, … */
  CX_UNSUPPORTED,      /* this backend cannot do it (a remote database, say) */
  CX_NETWORK,          /* a remote database did not answer */
  CX_NOT_FOUND,        /* the document asked for is not there */
  CX_OUT_OF_MEMORY,
  CX_STOPPED,          /* the caller wanted no more */
  CX_INTERNAL          /* anything else; the message says what */
} cx_status;

/* The message of a failed call. Truncated at a UTF-8 boundary if longer. */
typedef struct cx_failure {
  cx_status status;
  char message[500];
} cx_failure;

/* A growable buffer, filled by this library, owned by the caller. */
typedef struct cx_bytes {
  uint8_t *_Nullable data;
  size_t count;
  size_t capacity;
} cx_bytes;

void cx_bytes_free(cx_bytes *_Nonnull bytes);

/* The version of the libxapian that is running, e.g. "1.4.22". Static memory. */
const char *_Nonnull cx_library_version(void);

/* The longest term a database takes, in bytes (each NUL byte in a term counts twice). */
enum { CX_MAX_TERM_BYTES = 245 };

/* ------------------------------------------------------------------------------------------
 * Generations. A generation is a database that is written once, from the one before and runs of new
 * documents, and never changed.
 */
typedef struct cx_generation {
  const char *_Nonnull path;      /* a folder that does not exist yet */
  const char *_Nullable previous; /* the folder of the generation before; NULL: there is none */
  const uint32_t *_Nullable removed; /* its documents that are gone, ascending */
  size_t removed_count;
  int renumbers; /* 1: what is left of it moves up to fill the gaps; 0: it keeps its numbers */
  /* Values that documents of it are given, packed: for each u32 id, u32 slot, u32 length, bytes; 0
   * bytes take one away. */
  const uint8_t *_Nullable values;
  size_t values_length;
  /* Files of documents to add, numbered on in this order. RunWriter.swift tells what is in them. */
  const char *_Nonnull const *_Nullable runs;
  size_t run_count;
  /* All metadata, packed: for each u8 length, key of 1…200 bytes, u32 length, bytes. */
  const uint8_t *_Nullable metadata;
  size_t metadata_length;
  int by_xapian; /* 1: by Xapian's own writer: slow, and right by definition */
  int (*_Nullable should_stop)(void *_Nullable context); /* asked from two threads */
  void *_Nullable context;
} cx_generation;

/*
 * Writes a generation down to the disk. Terms are not listed by document. After a failure the folder holds nothing that can be read,
 * and is the caller's to remove. CX_STOPPED if `should_stop` says so.
 */
cx_status cx_generation_write(const cx_generation *_Nonnull generation,
                              cx_failure *_Nonnull failure);

/* ------------------------------------------------------------------------------------------
 * Reading.
 */
typedef struct cx_reader cx_reader;

/* Where a database to read is. */
typedef struct cx_place {
  const char *_Nonnull name; /* `port` 0: a database folder or single-file database; else a host */
  uint16_t port;             /* of the Xapian server (xapian-tcpsrv) that has the database */
} cx_place;

/*
 * Opens `count` databases as one, in the order of `places`. A path must lead to a database of
 * Xapian's glass format: a stub file, a line of which can start any program, is CX_FORMAT, and the
 * folder of one CX_MISSING.
 */
cx_status cx_reader_open(const cx_place *_Nonnull places, size_t count,
                         cx_reader *_Nullable *_Nonnull out, cx_failure *_Nonnull failure);
void cx_reader_close(cx_reader *_Nullable reader);

typedef struct cx_counts {
  uint32_t documents;
  uint32_t last_id;       /* highest id ever used */
  double average_length;  /* sum of wdf per document */
  uint32_t shards;        /* databases behind this reader */
  int has_remote;         /* 1 if a server has one of them */
} cx_counts;

cx_status cx_reader_counts(cx_reader *_Nonnull reader, cx_counts *_Nonnull out,
                           cx_failure *_Nonnull failure);

/* Metadata of the shard with this place, from 0. An absent key gives 0 bytes, as Xapian does. */
cx_status cx_reader_metadata(cx_reader *_Nonnull reader, uint32_t shard,
                             const uint8_t *_Nonnull key, size_t key_length,
                             cx_bytes *_Nonnull out, cx_failure *_Nonnull failure);

/* The number of documents that hold each of the terms. `terms` is packed: for each u8 length,
 * bytes; `out` has room for `term_count` numbers. */
cx_status cx_reader_frequencies(cx_reader *_Nonnull reader, const uint8_t *_Nonnull terms,
                                size_t length, size_t term_count, uint32_t *_Nonnull out,
                                cx_failure *_Nonnull failure);

/* The lowest id of a document with the term, 0 if there is none. */
cx_status cx_reader_find(cx_reader *_Nonnull reader, const uint8_t *_Nonnull term, size_t length,
                         uint32_t *_Nonnull out, cx_failure *_Nonnull failure);

/* The stored data of a document. CX_NOT_FOUND if there is none of that id. */
cx_status cx_reader_data(cx_reader *_Nonnull reader, uint32_t id, cx_bytes *_Nonnull out,
                         cx_failure *_Nonnull failure);

/* One value of a document, 0 bytes if it has none in that slot. */
cx_status cx_reader_value(cx_reader *_Nonnull reader, uint32_t id, uint32_t slot,
                          cx_bytes *_Nonnull out, cx_failure *_Nonnull failure);

/*
 * One value slot of many documents, packed into `out` in the order of `ids`: for each u32 length,
 * bytes; 0 bytes for none. CX_NOT_FOUND or 0 bytes for an id of no document.
 */
cx_status cx_reader_values_of(cx_reader *_Nonnull reader, const uint32_t *_Nullable ids,
                              size_t id_count, uint32_t slot, cx_bytes *_Nonnull out,
                              cx_failure *_Nonnull failure);

/* The lengths of documents: the sums of the wdf of their terms. `ids` ascend; `lengths` has room for
 * as many. CX_NOT_FOUND if a document does not exist. */
cx_status cx_reader_lengths(cx_reader *_Nonnull reader, const uint32_t *_Nonnull ids,
                            size_t id_count, uint32_t *_Nonnull lengths,
                            cx_failure *_Nonnull failure);

/*
 * How often terms occur in documents. `ids` ascend; `terms` is packed as for cx_reader_frequencies.
 * `wdfs` has room for term_count times id_count numbers, a row of documents for each term; 0 also
 * for a document that does not exist. `only_presence` 1: 1 for a document that has the term, whatever
 * its wdf.
 *
 * Reads whole posting lists of a remote database; meant for local ones.
 */
cx_status cx_reader_occurrences(cx_reader *_Nonnull reader, const uint32_t *_Nonnull ids,
                                size_t id_count, const uint8_t *_Nonnull terms, size_t length,
                                size_t term_count, int only_presence, uint32_t *_Nonnull wdfs,
                                cx_failure *_Nonnull failure);

/*
 * Streams one value slot, by ascending document id. Fills `out` (from its start) with records
 * u32 id, u32 length, bytes, beginning at the first id >= `from`, and stops once `out` holds at
 * least `budget` bytes or the stream ends. `next` receives the id to pass as `from` next time, 0 at
 * the end. Documents without a value in the slot do not occur.
 */
cx_status cx_reader_values(cx_reader *_Nonnull reader, uint32_t slot, uint32_t from, size_t budget,
                           cx_bytes *_Nonnull out, uint32_t *_Nonnull next,
                           cx_failure *_Nonnull failure);

/*
 * The terms that begin with `prefix`, in byte order, starting after `after` (0 bytes: at the
 * first), at most `limit`, packed into `out`: for each u8 length, u32 document frequency, bytes.
 */
cx_status cx_reader_all_terms(cx_reader *_Nonnull reader, const uint8_t *_Nullable prefix,
                              size_t prefix_length, const uint8_t *_Nullable after,
                              size_t after_length, size_t limit, cx_bytes *_Nonnull out,
                              cx_failure *_Nonnull failure);

/* ------------------------------------------------------------------------------------------
 * Searching. A query is a program in postfix order, one crossing however large it is:
 *
 *   u8 CX_TERM          u8 length, bytes, u32 wqf        push a term
 *   u8 CX_PREFIX        u8 length, bytes, u32 limit      push "any term that begins so"; `limit`
 *                                                        most frequent expansions (OR semantics);
 *                                                        0: none
 *   u8 CX_ALL                                            push every document (weight 0)
 *   u8 CX_NONE                                           push no document
 *   u8 CX_RANGE         u32 slot, u32 length, low bytes, u32 length, high bytes
 *                                                        push low <= value <= high (weight 0);
 *                                                        0 bytes of low or high: no such bound;
 *                                                        without a value no document matches
 *   u8 CX_DOCUMENTS     u32 count, u32 ids ascending     push those documents (weight 0); only
 *                                                        where cx_counts.shards is 1 and
 *                                                        has_remote is 0, else CX_UNSUPPORTED
 *   u8 CX_SCALE         f64 factor                       pop 1, push it with its weight scaled
 *   u8 CX_AND, CX_OR    u32 n                            pop n, push one (n = 0 as CX_ALL/CX_NONE)
 *   u8 CX_AND_MAYBE, CX_AND_NOT, CX_FILTER               pop right, then left, push one
 *   u8 CX_MAX           u32 n                            as CX_OR, with the greatest of the weights
 *                                                        instead of their sum
 *
 * The program must leave exactly one query, nested at most 256 deep, and hold at most 10,000 terms
 * where there are several shards or a remote one; anything else is CX_INVALID_ARGUMENT.
 */
enum {
  CX_TERM = 1,
  CX_PREFIX,
  CX_ALL,
  CX_NONE,
  CX_RANGE,
  CX_DOCUMENTS,
  CX_SCALE,
  CX_AND,
  CX_OR,
  CX_AND_MAYBE,
  CX_AND_NOT,
  CX_FILTER,
  CX_MAX
};

typedef struct cx_search_options {
  uint32_t offset;       /* hits to skip */
  uint32_t limit;        /* hits wanted */
  uint32_t check_at_least; /* documents to look at before `total` may be an estimate */
  double k1, b, k3;      /* BM25 parameters; k2 and min_normlen as in Xapian's default */
  int weighted;          /* 0: boolean, all weights 0 */
  int sort_slot;         /* -1: by relevance; else by this value slot, ties by relevance */
  int sort_descending;   /* with sort_slot: 1 largest value first */
} cx_search_options;

typedef struct cx_hit {
  uint32_t id;
  double weight;
} cx_hit;

typedef struct cx_total {
  uint32_t lower, estimated, upper;  /* equal: exact */
} cx_total;

/* Runs a query. `hits` has room for options->limit entries; `count` receives how many it holds. */
cx_status cx_reader_search(cx_reader *_Nonnull reader, const uint8_t *_Nonnull query, size_t length,
                           const cx_search_options *_Nonnull options, cx_hit *_Nullable hits,
                           size_t *_Nonnull count, cx_total *_Nonnull total,
                           cx_failure *_Nonnull failure);

/* A value slot to count the values of. */
typedef struct cx_facet {
  uint32_t slot;
  uint32_t width; /* values that begin with the same `width` bytes are one; 0: whole values */
} cx_facet;

/*
 * Counts the values of slots over every document that a query matches, without ranking any.
 * `matches` receives how many match. Packed into `out`, for each facet in turn: u32 count of
 * values, then for each, in byte order: u32 documents, u32 length, bytes. Documents without a value
 * in a slot are in `matches` only.
 */
cx_status cx_reader_count_values(cx_reader *_Nonnull reader, const uint8_t *_Nonnull query,
                                 size_t length, const cx_facet *_Nullable facets,
                                 size_t facet_count, uint32_t *_Nonnull matches,
                                 cx_bytes *_Nonnull out, cx_failure *_Nonnull failure);

/* Xapian's own description of a query program, for `explain`. */
cx_status cx_query_describe(const uint8_t *_Nonnull query, size_t length, cx_bytes *_Nonnull out,
                            cx_failure *_Nonnull failure);

/*
 * Verifies a database folder with Xapian's own checker. CX_OK: clean, `errors` 0; else CX_OK with
 * `errors` > 0, and the checker's report in `out`.
 */
cx_status cx_check(const char *_Nonnull path, uint64_t *_Nonnull errors, cx_bytes *_Nonnull out,
                   cx_failure *_Nonnull failure);

#ifdef __cplusplus
}
#endif
#endif
