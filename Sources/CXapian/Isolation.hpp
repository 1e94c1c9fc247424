// Work that may end in std::terminate, kept from ending the program.
#ifndef CXAPIAN_ISOLATION_HPP
#define CXAPIAN_ISOLATION_HPP

#include <functional>

#include "CXapian.h"

namespace cx {

/// Like `guard`, for a `body` in which libxapian may throw out of a destructor.
///
/// A commit does: it puts the batch's values into blocks in the destructor of Glass::ValueUpdater
/// (backends/glass/glass_values.h, 1.4), and where the disk is full or fails at that moment, the
/// language ends the program, whatever is caught around it. So the body runs on a thread of its
/// own, and std::terminate on that thread reports the failure to the caller and never returns: the
/// thread sleeps until the program ends, with what it had locked and allocated.
///
/// - `abandoned` is set if that happened. What the body worked on is then in no state to be used or
///   freed; the caller leaks it. On the disk is what a kill at this moment would have left.
cx_status isolated(cx_failure* failure, bool* abandoned,
                   const std::function<void()>& body) noexcept;

}  // namespace cx

#endif
