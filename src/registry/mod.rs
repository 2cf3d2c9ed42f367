//! The public theft registry: anyone checks what they found or are about to buy, and finders reach owners.

pub mod store;
