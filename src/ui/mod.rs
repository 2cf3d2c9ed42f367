//! Mechanism: the parts that pages are made of.
