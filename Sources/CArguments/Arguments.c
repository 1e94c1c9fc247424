#include "CArguments.h"

// Defines __GLIBC__.
#include <features.h>

static int argument_count = 0;
static char **arguments = 0;

#ifdef __GLIBC__
// glibc calls the functions of .init_array as it calls main; no other C library promises that.
static void remember(int count, char **values, char **environment) {
  (void)environment;
  argument_count = count;
  arguments = values;
}

__attribute__((section(".init_array"), used)) static void (*const remember_first)(
    int, char **, char **) = remember;
#endif

char **cargs_arguments(int *count) {
  *count = arguments ? argument_count : 0;
  return arguments;
}
