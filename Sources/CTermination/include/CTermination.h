/* std::terminate for a program in Swift: what C++ ends the program with where an error cannot be caught. */
#ifndef CTERMINATION_H
#define CTERMINATION_H

#ifdef __cplusplus
extern "C" {
#endif

/* From now on `handler` is called in place of std::terminate, on the thread concerned, with errno as it
 * was then. It runs as ordinary code, not as in a signal handler, and must not return. */
void ct_on_terminate(void (*_Nonnull handler)(int error));

#ifdef __cplusplus
}
#endif
#endif
