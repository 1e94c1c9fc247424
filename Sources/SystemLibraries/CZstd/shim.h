/* Compressing stored texts with a dictionary, by libzstd; see Package.swift for the package's name. */
#include <zdict.h>
#include <zstd.h>
