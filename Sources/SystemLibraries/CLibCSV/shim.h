/* Comma- and tab-separated values by libcsv; see Package.swift for the package's name. */
#include <csv.h>
