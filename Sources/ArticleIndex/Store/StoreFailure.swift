internal import CXapian

extension IndexError.Code {
  /// What a status of the shim means to callers. A new status does not compile until it is here.
  init(_ status: cx_status) {
    switch status {
    case .CX_LOCKED: self = .locked
    case .CX_MISSING, .CX_NOT_FOUND: self = .missing
    case .CX_MODIFIED: self = .modified
    case .CX_CORRUPT: self = .corrupt
    case .CX_FORMAT: self = .notAnIndex
    case .CX_DISK_FULL: self = .diskFull
    case .CX_IO: self = .inputOutput
    case .CX_PERMISSION: self = .permission
    case .CX_INVALID_ARGUMENT: self = .invalidArgument
    case .CX_UNSUPPORTED: self = .unsupported
    case .CX_NETWORK: self = .network
    case .CX_STOPPED: self = .interrupted
    case .CX_OK, .CX_OUT_OF_MEMORY, .CX_INTERNAL: self = .other
    }
  }
}
