//! Messages that go out and mail that comes in, over real sockets: to and from Debian's Exim and Dovecot, and a listener
//! that takes nothing but what ntfy, Gotify and a webhook's program may take.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod calendar;
mod fetching;
mod household;
mod listener;
mod pushing;
mod sending;
mod servers;
mod strangers;
