/* JSON objects by simdjson, flattened for Swift. */
#ifndef CJSON_H
#define CJSON_H
#endif
