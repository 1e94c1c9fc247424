/* Preloaded, tells ThreadSanitizer about those locks of Swift's Mutex that it cannot see.
 *
 * A lock that nobody waits for is taken and released by atomic operations in our own code, which is
 * instrumented. One that somebody waits for is handled by two functions of libswiftSynchronization, which
 * is not. The functions here wrap those two (Swift 6.3, Linux): without them, every contended lock would
 * be reported as a race.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFTCALL __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

/* Synchronization._MutexHandle._lockSlow(Swift.UInt32) */
SWIFTCALL void lock(uint32_t thread, SELF void *handle)
    __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
/* Synchronization._MutexHandle._unlockSlow() */
SWIFTCALL void unlock(SELF void *handle)
    __asm__("$s15Synchronization12_MutexHandleV11_unlockSlowyyF");

SWIFTCALL void lock(uint32_t thread, SELF void *handle) {
  typedef SWIFTCALL void (*function)(uint32_t, SELF void *);
  ((function)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"))(
      thread, handle);
  if (__tsan_acquire) __tsan_acquire(handle);
}

SWIFTCALL void unlock(SELF void *handle) {
  typedef SWIFTCALL void (*function)(SELF void *);
  if (__tsan_release) __tsan_release(handle);
  ((function)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"))(handle);
}
