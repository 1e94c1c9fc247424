// A target of C has a source; what there is stands in the header.
#include "LateLoading.h"
