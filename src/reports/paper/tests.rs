//! What a report looks like on paper: what it lists, what it groups, and that nothing left out is on it.
