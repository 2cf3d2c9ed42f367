//! The JSON API, with wire types of its own.
