#ifndef CARGUMENTS_H
#define CARGUMENTS_H

#ifdef __cplusplus
extern "C" {
#endif

/// The arguments that the process was started with, as they were handed to `main`, and how many there
/// are: 0 if the C library does not tell them before `main`. They last as long as the process.
///
/// Swift's `CommandLine` reads them from /proc, which is not mounted everywhere.
char *_Nullable *_Nullable cargs_arguments(int *_Nonnull count);

#ifdef __cplusplus
}
#endif

#endif
