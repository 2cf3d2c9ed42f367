//! Which mails have been taken in: durable like rows, but no news to anybody.

use redb::ReadableTable as _;

use super::{fault::refused, writer::Writer};
use crate::error::Result;

impl Writer<'_> {
    /// Notes that a mail is taken in, by the hash (BLAKE3) that it is known by. Whether it is the first time.
    pub fn take_mail(&mut self, fingerprint: [u8; 32]) -> Result<bool> {
        let key = fingerprint.as_slice();
        if self.mails.get(key).map_err(refused)?.is_some() {
            return Ok(false);
        }
        let now = self.stamp().at.as_millisecond();
        self.mails.insert(key, now).map_err(refused)?;
        self.dirty = true;
        Ok(true)
    }
}
