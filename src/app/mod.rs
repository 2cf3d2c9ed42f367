//! The running server: its parts wired together.
