//! Push: what a phone shows at once, by way of a server that a household may run itself.

mod gotify;
mod ntfy;

pub use gotify::Gotify;
pub use ntfy::{Ntfy, Topic, TopicError};
