/* Content hashing (XXH3) by libxxhash; see Package.swift for the package's name. */
#include <xxhash.h>
