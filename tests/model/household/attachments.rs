//! What is done with photos and documents.

use smartinventory::{
    actions::attachments::Step,
    domain::{
        attachment::{Attachment, AttachmentId, AttachmentKind, Bearer},
        blob::BlobHash,
        person::Person,
        rotation::Rotation,
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, in_use};
use crate::files::File;

impl Household {
    /// The photos and documents of something, in order, without those in the bin.
    pub fn attached(&self, of: Bearer) -> Vec<Row<Attachment>> {
        let all = self.all::<Attachment>().filter(|file| file.of == of);
        let mut all: Vec<_> = all.cloned().collect();
        all.sort_by_key(|file| (file.position, file.id));
        all
    }

    fn next_position(&self, of: Bearer) -> u32 {
        let positions = self.attached(of).into_iter().map(|file| file.position);
        positions.max().map_or(0, |last| last + 1)
    }

    pub(super) fn attach(
        &mut self,
        of: Bearer,
        kind: AttachmentKind,
        file: &File,
    ) -> Result<(), Refusal> {
        let attachment = Attachment {
            id: self.id(),
            of,
            kind,
            blob: BlobHash::of(file.bytes),
            size: file.bytes.len() as u64,
            media_type: file.media_type.to_owned(),
            file_name: file.name.to_owned(),
            caption: String::new(),
            position: self.next_position(of),
            rotation: Rotation::None,
            pixels: None,
            taken: None,
            left: Vec::new(),
        };
        self.put(attachment, Expect::Any).map(drop)
    }

    pub(super) fn caption(
        &mut self,
        by: &Person,
        id: AttachmentId,
        seen: Expect,
        caption: &str,
    ) -> Result<(), Refusal> {
        let present = self.own_attachment(by, id)?;
        let caption = caption.to_owned();
        let attachment = Attachment {
            caption,
            ..present.body
        };
        self.put(attachment, seen).map(drop)
    }

    /// Puts a photo or document at a place among those of its kind.
    pub(super) fn arrange(
        &mut self,
        by: &Person,
        id: AttachmentId,
        seen: Expect,
        at: usize,
    ) -> Result<(), Refusal> {
        let present = self.own_attachment(by, id)?;
        in_use(&present)?;
        expect(&present, seen)?;
        let mut siblings = self.attached(present.of);
        siblings.retain(|file| file.kind == present.kind);
        let was = siblings.iter().position(|file| file.id == id).unwrap();
        if was != at {
            let file = siblings.remove(was);
            siblings.insert(at.min(siblings.len()), file);
            self.put_in_order(siblings)?;
        }
        Ok(())
    }

    fn put_in_order(&mut self, files: Vec<Row<Attachment>>) -> Result<(), Refusal> {
        for (position, file) in (0..).zip(files) {
            let file = Attachment {
                position,
                ..file.body
            };
            self.put(file, Expect::Any)?;
        }
        Ok(())
    }

    pub(super) fn rotate(&mut self, by: &Person, id: AttachmentId) -> Result<(), Refusal> {
        let present = self.own_attachment(by, id)?;
        let rotation = match present.rotation {
            Rotation::None => Rotation::Quarter,
            Rotation::Quarter => Rotation::Half,
            Rotation::Half => Rotation::ThreeQuarters,
            Rotation::ThreeQuarters => Rotation::None,
        };
        let attachment = Attachment {
            rotation,
            ..present.body
        };
        self.put(attachment, Expect::Any).map(drop)
    }

    pub(super) fn step(
        &mut self,
        by: &Person,
        id: AttachmentId,
        step: Step,
    ) -> Result<(), Refusal> {
        let of = self.own_attachment(by, id)?.of;
        let mut photos = self.attached(of);
        photos.retain(|file| file.kind == AttachmentKind::Photo);
        let at = photos.iter().position(|photo| photo.id == id);
        let at = at.ok_or(Refusal::NotFound)?;
        let to = match step {
            Step::First => 0,
            Step::Earlier => at.saturating_sub(1),
            Step::Later => (at + 1).min(photos.len() - 1),
        };
        let photo = photos.remove(at);
        photos.insert(to, photo);
        self.put_in_order(photos)
    }

    /// Puts photos and documents in an order, those not named last.
    pub(super) fn reorder(
        &mut self,
        by: &Person,
        of: Bearer,
        order: &[AttachmentId],
    ) -> Result<(), Refusal> {
        self.own_bearer(by, of)?;
        let all = self.attached(of);
        let named = order
            .iter()
            .flat_map(|id| all.iter().filter(move |file| file.id == *id));
        let mut ordered: Vec<Row<Attachment>> = Vec::new();
        for file in named.chain(&all) {
            if ordered.iter().all(|other| other.id != file.id) {
                ordered.push(file.clone());
            }
        }
        self.put_in_order(ordered)
    }

    pub(super) fn give(
        &mut self,
        by: &Person,
        id: AttachmentId,
        seen: Expect,
        of: Bearer,
    ) -> Result<(), Refusal> {
        let present = self.own_attachment(by, id)?;
        expect(&present, seen)?;
        self.own_bearer(by, of)?;
        self.hand_over(present, of)
    }

    pub(super) fn hand_over(&mut self, file: Row<Attachment>, of: Bearer) -> Result<(), Refusal> {
        let position = self.next_position(of);
        let mut left = file.left.clone();
        if !left.contains(&file.of) {
            left.push(file.of);
        }
        left.retain(|bearer| *bearer != of);
        let attachment = Attachment {
            of,
            position,
            left,
            ..file.body
        };
        self.put(attachment, Expect::Any).map(drop)
    }

    pub(super) fn remove_attachment(
        &mut self,
        by: &Person,
        id: AttachmentId,
        seen: Expect,
    ) -> Result<(), Refusal> {
        expect(&self.own_attachment(by, id)?, seen)?;
        self.bin(id).map(drop)
    }

    pub(super) fn restore_attachment(
        &mut self,
        by: &Person,
        id: AttachmentId,
    ) -> Result<(), Refusal> {
        self.own_attachment(by, id)?;
        self.restore(id).map(drop)
    }
}
