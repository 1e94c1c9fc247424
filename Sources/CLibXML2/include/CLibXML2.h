/*
 * HTML and XML by libxml2, loaded by the first call of one of its functions; README,
 * Dependencies, has the package's name.
 *
 * Loading.c has the functions that may be called; any other fails to link. Where libxml2 is not to be
 * had they return NULL, 0 or -1, and xml_missing() says why. Any thread may call.
 *
 * `libxml` beside this file leads to its headers, which lie where no compiler looks (and so do in Debian,
 * Fedora, Arch and Alpine); pkg-config would tell, but has the library linked with the program as well.
 */
#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <libxml/xmlversion.h>
/* ICU's headers, which libxml/encoding.h asks for, clash with those inside Foundation; what they are
   needed for (the end of xmlCharEncodingHandler) is of no use here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* Why libxml2 could not be loaded, for the life of the process; NULL if it could, or was not tried. */
const char *_Nullable xml_missing(void);

#endif
