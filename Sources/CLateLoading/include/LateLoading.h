/*
 * A C library that is loaded by the first call of one of its functions, not with the program.
 *
 * Linked, libarchive and libxml2 bring some fifteen libraries into every process, which takes longer
 * than many a search. A target that includes this defines the functions it lets through by their own
 * names, each handing over to the one in the library; any other fails to link. Any thread may call.
 *
 *   #define FUNCTIONS(X) \
 *     X(int, thing_count, (struct thing * t), (t), 0)
 *   LATE_LIBRARY(FUNCTIONS, "libthing.so.1", "libthing.so")
 *
 * One X a function: what it returns, its name, parameters, arguments, and what it returns without the
 * library. `late_missing()` is then why the library could not be loaded, for the life of the process;
 * NULL if it could, or was not tried.
 */
#ifndef LATE_LOADING_H
#define LATE_LOADING_H

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#define LATE_MEMBER(Result, name, parameters, arguments, without) __typeof__(name) *name;

#define LATE_LOOK_UP(Result, name, parameters, arguments, without)               \
  late_library.name = (__typeof__(name) *)dlsym(handle, #name);                  \
  if (late_library.name == NULL) {                                               \
    snprintf(late_reason, sizeof late_reason, "it has no function %s", #name);   \
    return;                                                                      \
  }

/* Hidden, so that nothing loaded later finds these in place of the library's own. */
#define LATE_FORWARD(Result, name, parameters, arguments, without)               \
  __attribute__((visibility("hidden"))) Result name parameters {                 \
    return late_is_ready() ? late_library.name arguments : without;              \
  }

/* `first` is the name of the library whose headers were included, `second` the last resort. */
#define LATE_LIBRARY(FUNCTIONS, first, second)                                   \
  static struct {                                                                \
    FUNCTIONS(LATE_MEMBER)                                                       \
  } late_library;                                                                \
  static char late_reason[512];                                                  \
  static int late_is_loaded;                                                     \
  static void late_load(void) {                                                  \
    void *handle = dlopen(first, RTLD_NOW | RTLD_LOCAL);                         \
    if (handle == NULL) {                                                        \
      snprintf(late_reason, sizeof late_reason, "%s", dlerror());                \
      handle = dlopen(second, RTLD_NOW | RTLD_LOCAL);                            \
      if (handle == NULL) return;                                                \
    }                                                                            \
    FUNCTIONS(LATE_LOOK_UP)                                                      \
    late_reason[0] = 0;                                                          \
    late_is_loaded = 1;                                                          \
  }                                                                              \
  static int late_is_ready(void) {                                               \
    static pthread_once_t once = PTHREAD_ONCE_INIT;                              \
    pthread_once(&once, late_load);                                              \
    return late_is_loaded;                                                       \
  }                                                                              \
  static const char *late_missing(void) { return late_reason[0] == 0 ? NULL : late_reason; } \
  FUNCTIONS(LATE_FORWARD)

#endif
