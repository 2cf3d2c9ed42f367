//! Settings, parsed once at the start.
