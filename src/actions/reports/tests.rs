//! What a report promises: it says what its maker sees, and keeps what it shows.
