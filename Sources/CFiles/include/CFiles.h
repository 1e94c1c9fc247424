#ifndef MUCLUC_CFILES_H
#define MUCLUC_CFILES_H

#ifdef __cplusplus
extern "C" {
#endif

/// Opens what is at a path for reading, non-blocking, without following a link: neither one that the path
/// names nor, where the kernel can tell (Linux from 5.6), one on the way to it. -1 and errno if that fails,
/// ELOOP for a link. Any thread may call.
int cf_open_unlinked(const char *path);

/// Makes a file that has no name and lies in memory, empty, for reading and writing. -1 and errno if that
/// fails. Any thread may call.
int cf_memory_file(void);

#ifdef __cplusplus
}
#endif

#endif
