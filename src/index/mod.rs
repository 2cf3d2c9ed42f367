//! Mechanism: the full-text index, derived from the store and rebuilt at will.
