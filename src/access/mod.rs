//! Who may do what: passwords, sessions, tokens, and permission as types.
