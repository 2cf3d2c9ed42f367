//! What people do: one file per noun, each change one transaction.
