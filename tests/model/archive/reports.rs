//! What is done with reports.

use smartinventory::{
    access::Editor, actions::reports, domain::blob::BlobHash, error::Result, store::Saved,
};

use super::{Archive, done};
use crate::{
    cast::{Cast, asked, written},
    deed::Reporting,
};

impl Archive<'_> {
    pub(super) fn report(
        &self,
        editor: &Editor,
        deed: &Reporting,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Reporting::Make(title, shown, private) => {
                let content = written(title, shown);
                let kept = self.media.blobs().store_bytes(&content.stored()?)?;
                reports::keep(store, editor, asked(*private), &content, &kept).map(done)
            }
            Reporting::Remove(report) => {
                let id = cast.report(*report);
                reports::remove(store, editor, id).map(done)
            }
            Reporting::Restore(report) => {
                reports::restore(store, editor, cast.report(*report)).map(done)
            }
        }
    }
}
