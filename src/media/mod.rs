//! Mechanism: originals by their hash, pictures and PDFs read safely, and what is derived from them.
