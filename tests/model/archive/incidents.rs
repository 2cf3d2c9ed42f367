//! What is done with incidents, and with what they did.

use smartinventory::{
    access::Editor,
    actions::{
        answers::{self, Answer},
        belongings, incidents,
    },
    domain::{blob::BlobHash, loss::Loss},
    error::Result,
    store::Saved,
};

use super::{Archive, done};
use crate::{
    cast::{Cast, happened},
    deed::Happening,
};

impl Archive<'_> {
    pub(super) fn happen(
        &self,
        editor: &Editor,
        deed: &Happening,
        cast: &Cast<'_>,
    ) -> Result<Saved<Vec<BlobHash>>> {
        let store = self.store;
        match deed {
            Happening::AddIncident(mishap, gone) => {
                let gone = cast.things(gone);
                incidents::add(store, editor, happened(mishap), &gone).map(done)
            }
            Happening::ChangeIncident(incident, seen, mishap) => {
                let id = cast.incident(*incident);
                let seen = cast.seen(id, *seen);
                incidents::change(store, editor, id, seen, happened(mishap)).map(done)
            }
            Happening::RemoveIncident(incident, seen) => {
                let id = cast.incident(*incident);
                incidents::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Happening::RestoreIncident(incident) => {
                incidents::restore(store, editor, cast.incident(*incident)).map(done)
            }
            Happening::Mark(incident, thing, fate, seen) => {
                let (incident, item) = (cast.incident(*incident), cast.thing(*thing));
                let answer = Answer::<Loss> {
                    walk: incident,
                    item,
                    said: *fate,
                    known: cast.known(incident, item, *seen),
                };
                answers::mark(store, editor, answer).map(done)
            }
            Happening::AddLoss(thing, damage) => {
                let details = cast.damage(damage);
                belongings::add::<Loss>(store, editor, cast.thing(*thing), details).map(done)
            }
            Happening::ChangeLoss(loss, seen, damage) => {
                let (id, details) = (cast.loss(*loss), cast.damage(damage));
                belongings::change(store, editor, id, cast.seen(id, *seen), details).map(done)
            }
            Happening::RemoveLoss(loss, seen) => {
                let id = cast.loss(*loss);
                belongings::remove(store, editor, id, cast.seen(id, *seen)).map(done)
            }
            Happening::RestoreLoss(loss) => {
                belongings::restore(store, editor, cast.loss(*loss)).map(done)
            }
        }
    }
}
