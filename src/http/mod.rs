//! HTTP plumbing: server, extractors, replies, security headers, embedded assets.
