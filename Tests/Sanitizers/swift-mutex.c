/* Preloaded, tells ThreadSanitizer of the locks of Swift's Mutex, as far as it cannot see them.
 *
 * Where nobody waits, a lock is taken and given back by atomic operations in our own code, which is
 * instrumented; where somebody does, by two functions of libswiftSynchronization, which is not. These
 * stand before them (Swift 6.3, Linux): without them every contended lock would be reported as a race.
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
