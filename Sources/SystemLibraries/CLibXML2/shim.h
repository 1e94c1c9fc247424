/* HTML and XML by libxml2; see Package.swift for the package's name. */
#include <libxml/xmlversion.h>
/* ICU's headers, which libxml/encoding.h asks for, clash with those inside Foundation; what they are
   needed for (the end of xmlCharEncodingHandler) is of no use here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
