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
 *    #text, $oid or $date (asked in that order) and is a string, number or boolean;
 *  - the members of an object called _source (Elasticsearch) as if they were the record's own.
 *
 * Nothing is handed over unless the whole object is valid. On anything but CJ_OK `reason` points to
 * a short message of static memory; otherwise it is untouched.
 */
cj_status cj_read_object(const uint8_t *_Nullable bytes, size_t count, cj_field _Nonnull field,
                         void *_Nullable context, const char *_Nullable *_Nonnull reason);

#ifdef __cplusplus
}
#endif

#endif
