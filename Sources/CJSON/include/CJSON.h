/*
 * CJSON: one JSON object, flattened for Swift by simdjson.
 *
 * This header is all that Swift sees of simdjson. The body runs inside one guard: no C++ exception
 * ever crosses into the caller. Conventions:
 *
 *  - Bytes in are a (pointer, length) pair, borrowed for the call only, never NUL-terminated, and
 *    need no padding behind them.
 *  - Names and values are handed to a callback: UTF-8 (simdjson has validated it), borrowed for that
 *    call of the callback only, never NUL-terminated; they may hold NUL bytes (\u0000).
 *  - Threads. Every thread has a parser of its own, made at its first call and freed when the thread
 *    ends; so the function may be called on any thread. It must not be called from the callback.
 *  - Memory. A parser keeps its buffers between calls, but not those of an object over
 *    CJ_KEPT_BYTES. An object needs about six times its own size while it is read.
 */
#ifndef CJSON_H
#define CJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a call ended. */
typedef enum __attribute__((enum_extensibility(closed))) cj_status {
  CJ_OK = 0,
  CJ_INVALID,      /* not JSON, not UTF-8, or nested deeper than CJ_MAX_DEPTH */
  CJ_NOT_OBJECT,   /* JSON, but no object */
  CJ_OUT_OF_MEMORY,
  CJ_INTERNAL      /* anything else */
} cj_status;

enum {
  CJ_MAX_DEPTH = 512,
  CJ_MAX_PATH = 4,
  CJ_MAX_PARTS = 500000,
  CJ_KEPT_BYTES = 4 << 20
};

/* One value of the object. `is_first` is 0 for the further elements of an array. */
typedef void (*cj_field)(void *_Nullable context, const char *_Nonnull name, size_t name_length,
                         const char *_Nonnull value, size_t value_length, int is_first);

/*
 * Parses one object and hands its values to `field` in the order of the source:
 *
 *  - a string as it is, unescaped; a number or boolean as text (a whole number without a fraction);
 *  - null not at all;
 *  - an array as one call for each element that has a value, all under the array's name;
 *  - an object as the first of its members that is called rendered, text, name, title, value, @value,
 *    #text, $oid, $date or $numberLong (asked in that order) and is a string, number or boolean; of
 *    $date also what is inside it;
 *  - the members of an object, to CJ_MAX_PATH objects deep, under their path as well: `data.text`; so are
 *    those of the objects in an array;
 *  - the members of an object called _source (Elasticsearch) as if they were the record's own;
 *  - the blocks of an editor (`blocks`, `content`, `ops`, `children`: Editor.js, Quill, ProseMirror and the
 *    like) as the elements of an array are, each the text in it.
 *
 * Nothing is handed over unless the whole object is valid. On anything but CJ_OK `reason` points to
 * a short message of static memory; otherwise it is untouched.
 */
cj_status cj_read_object(const uint8_t *_Nullable bytes, size_t count, cj_field _Nonnull field,
                         void *_Nullable context, const char *_Nullable *_Nonnull reason);

/* Parses an array or object of blocks and hands over the text in each, with an empty name. */
cj_status cj_read_blocks(const uint8_t *_Nullable bytes, size_t count, cj_field _Nonnull field,
                         void *_Nullable context, const char *_Nullable *_Nonnull reason);

/* What the name of a value means: CJ_TEXT_NAME for a title or text, CJ_OTHER_NAME for another part of an
 * article, 0 for neither. */
typedef int (*cj_meaning)(void *_Nullable context, const char *_Nonnull name, size_t length);

enum { CJ_TEXT_NAME = 1, CJ_OTHER_NAME = 2 };

/* One record: the key it stood under, empty if it has none, and its JSON. */
typedef void (*cj_part)(void *_Nullable context, const char *_Nonnull key, size_t key_length,
                        const char *_Nonnull json, size_t json_length);

/*
 * Parses an object that may be many records in another shape, and hands each over:
 *
 *  - objects under keys: {"https://…": {"title": …}, …};
 *  - columns: {"title": {"0": …, "1": …}, "body": {…}}, or with arrays in place of the inner objects;
 *  - rows under a list of names: {"columns": ["title", …], "data": [["…", …], …]}.
 *
 * An object that is none of these or more than CJ_MAX_PARTS records, and one that is no valid JSON, gives nothing and is CJ_OK.
 */
cj_status cj_split(const uint8_t *_Nullable bytes, size_t count, cj_meaning _Nonnull meaning,
                   cj_part _Nonnull part, void *_Nullable context,
                   const char *_Nullable *_Nonnull reason);

#ifdef __cplusplus
}
#endif

#endif
