// Functions of libxml2 by their own names; LateLoading.h says how.
#include "CLibXML2.h"

#include "LateLoading.h"

// The library whose headers were included; its name without a number as a last resort.
#ifdef __APPLE__
#define FIRST "libxml2.2.dylib"
#define SECOND "libxml2.dylib"
#else
#if LIBXML_VERSION >= 21400
#define FIRST "libxml2.so.16"
#else
#define FIRST "libxml2.so.2"
#endif
#define SECOND "libxml2.so"
#endif

#define READER xmlTextReaderPtr reader

// `xmlInitParser` comes first: Swift calls it before all others.
#define FUNCTIONS(X)                                                                                \
  X(void, xmlInitParser, (void), (), (void)0)                                                       \
  X(__typeof__(xmlGetLastError()), xmlGetLastError, (void), (), NULL)                               \
  X(htmlParserCtxtPtr, htmlNewParserCtxt, (void), (), NULL)                                         \
  X(void, htmlFreeParserCtxt, (htmlParserCtxtPtr context), (context), (void)0)                      \
  X(htmlDocPtr, htmlCtxtReadMemory,                                                                 \
    (htmlParserCtxtPtr context, const char *bytes, int count, const char *url,                      \
     const char *encoding, int options),                                                            \
    (context, bytes, count, url, encoding, options), NULL)                                          \
  X(xmlNodePtr, xmlDocGetRootElement, (const xmlDoc *document), (document), NULL)                   \
  X(void, xmlFreeDoc, (xmlDocPtr document), (document), (void)0)                                    \
  X(xmlTextReaderPtr, xmlReaderForIO,                                                               \
    (xmlInputReadCallback read, xmlInputCloseCallback close, void *context, const char *url,        \
     const char *encoding, int options),                                                            \
    (read, close, context, url, encoding, options), NULL)                                           \
  X(xmlTextReaderPtr, xmlReaderForMemory,                                                           \
    (const char *bytes, int count, const char *url, const char *encoding, int options),             \
    (bytes, count, url, encoding, options), NULL)                                                   \
  X(void, xmlFreeTextReader, (READER), (reader), (void)0)                                           \
  X(void, xmlTextReaderSetStructuredErrorHandler,                                                   \
    (READER, xmlStructuredErrorFunc handler, void *context), (reader, handler, context), (void)0)   \
  X(int, xmlTextReaderRead, (READER), (reader), -1)                                                 \
  X(int, xmlTextReaderNodeType, (READER), (reader), -1)                                             \
  X(int, xmlTextReaderDepth, (READER), (reader), -1)                                                \
  X(int, xmlTextReaderIsEmptyElement, (READER), (reader), -1)                                       \
  X(int, xmlTextReaderGetParserLineNumber, (READER), (reader), 0)                                   \
  X(int, xmlTextReaderMoveToAttribute, (READER, const xmlChar *name), (reader, name), -1)           \
  X(int, xmlTextReaderMoveToElement, (READER), (reader), -1)                                        \
  X(int, xmlTextReaderMoveToFirstAttribute, (READER), (reader), -1)                                 \
  X(int, xmlTextReaderMoveToNextAttribute, (READER), (reader), -1)                                  \
  X(const xmlChar *, xmlTextReaderConstLocalName, (READER), (reader), NULL)                         \
  X(const xmlChar *, xmlTextReaderConstNamespaceUri, (READER), (reader), NULL)                      \
  X(const xmlChar *, xmlTextReaderConstPrefix, (READER), (reader), NULL)                            \
  X(const xmlChar *, xmlTextReaderConstValue, (READER), (reader), NULL)

LATE_LIBRARY(FUNCTIONS, FIRST, SECOND)

const char *xml_missing(void) { return late_missing(); }
