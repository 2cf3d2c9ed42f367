//! Permission as types: each holds the one before it, and none can be made without the role for it.

use super::audience;
use crate::{
    domain::{
        attachment::{Attachment, AttachmentId, Bearer},
        item::{Item, ItemId},
        person::{Person, PersonId, Role},
        place::{Place, PlaceId},
        receipt::{Receipt, ReceiptId},
        sight::Sight,
    },
    error::{Error, Result},
    store::{Revision, Row, Rows},
};

/// Somebody who is signed in: may look at what they see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    person: Person,
}

/// May add things and places, and change those that their role allows.
#[derive(Clone, Debug)]
pub struct Editor(Viewer);

/// May change everything in the archive that they see.
#[derive(Clone, Debug)]
pub struct Manager(Editor);

/// May change people and settings.
#[derive(Clone, Debug)]
pub struct Head(Manager);

impl Viewer {
    /// The permission of a person who has proved who they are. Sessions, tokens and the command line call this, nobody else.
    #[must_use]
    pub const fn of(person: Person) -> Self {
        Self { person }
    }

    /// Who they are.
    pub const fn person(&self) -> PersonId {
        self.person.id
    }

    /// What they are called.
    pub fn name(&self) -> &str {
        &self.person.name
    }

    /// Their role.
    pub const fn role(&self) -> Role {
        self.person.role
    }

    /// The permission to add and change.
    ///
    /// # Errors
    /// [`Error::Denied`] for a guest.
    pub fn editor(&self) -> Result<Editor> {
        if self.role() == Role::Guest {
            Err(Error::Denied)
        } else {
            Ok(Editor(self.clone()))
        }
    }

    /// The permission to change everything in the archive.
    ///
    /// # Errors
    /// [`Error::Denied`] for a guest or a child.
    pub fn manager(&self) -> Result<Manager> {
        match self.role() {
            Role::Owner | Role::Adult => Ok(Manager(self.editor()?)),
            Role::Child | Role::Guest => Err(Error::Denied),
        }
    }

    /// The permission to change people and settings.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but an owner.
    pub fn head(&self) -> Result<Head> {
        if self.role() == Role::Owner {
            Ok(Head(self.manager()?))
        } else {
            Err(Error::Denied)
        }
    }

    /// Through whose eyes they look.
    pub const fn sight(&self) -> Sight {
        match self.person.role {
            Role::Guest => Sight::Guest(self.person.id.uuid()),
            Role::Owner | Role::Adult | Role::Child => Sight::Member(self.person.id.uuid()),
        }
    }

    /// Whether they see a thing.
    pub fn sees(&self, rows: &impl Rows, item: &Item) -> Result<bool> {
        // Most things by far, and no reason to look at what is around them.
        if self.role() != Role::Guest && !item.details.private {
            return Ok(true);
        }
        Ok(self.sight().sees(&audience::of_item(rows, item)?))
    }

    /// A thing that they see, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn item(&self, rows: &impl Rows, id: ItemId) -> Result<Row<Item>> {
        let row = rows.get(id)?;
        if self.sees(rows, &row)? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// The versions of a thing that they see, the newest first: what was private to others when it was written stays so.
    ///
    /// # Errors
    /// As [`Self::item`].
    pub fn versions(&self, rows: &impl Rows, id: ItemId) -> Result<Vec<Row<Item>>> {
        self.item(rows, id)?;
        let mut seen = Vec::new();
        for version in rows.versions(id)? {
            if self.sees(rows, &version)? {
                seen.push(version);
            }
        }
        Ok(seen)
    }

    /// A version of a thing that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it was not for their eyes.
    pub fn version(&self, rows: &impl Rows, id: ItemId, revision: Revision) -> Result<Row<Item>> {
        self.item(rows, id)?;
        let version = rows.version(id, revision)?.ok_or(Error::NotFound)?;
        if self.sees(rows, &version)? {
            Ok(version)
        } else {
            Err(Error::NotFound)
        }
    }

    /// Whether they see a place.
    pub fn sees_place(&self, rows: &impl Rows, place: PlaceId) -> Result<bool> {
        Ok(self.sight().sees(&audience::of_place(rows, place)?))
    }

    /// A place that they see, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn place(&self, rows: &impl Rows, id: PlaceId) -> Result<Row<Place>> {
        let row = rows.get(id)?;
        if self.sees_place(rows, id)? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// The versions of a place that they see, the newest first: what it was before it was shared stays the household's.
    ///
    /// # Errors
    /// As [`Self::place`].
    pub fn place_versions(&self, rows: &impl Rows, id: PlaceId) -> Result<Vec<Row<Place>>> {
        self.place(rows, id)?;
        let mut seen = Vec::new();
        for version in rows.versions(id)? {
            if self
                .sight()
                .sees(&audience::of_place_version(rows, &version)?)
            {
                seen.push(version);
            }
        }
        Ok(seen)
    }

    /// A photo or document of something that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn attachment(&self, rows: &impl Rows, id: AttachmentId) -> Result<Row<Attachment>> {
        let row = rows.get(id)?;
        match row.of {
            Bearer::Item(item) => self.item(rows, item).map(drop)?,
            Bearer::Place(place) => self.place(rows, place).map(drop)?,
            Bearer::Receipt(receipt) => self.receipt(rows, receipt).map(drop)?,
            Bearer::Claim(claim) => self.of_thing(rows, claim).map(drop)?,
            Bearer::Job(job) => self.of_thing(rows, job).map(drop)?,
            Bearer::Memory(memory) => self.of_thing(rows, memory).map(drop)?,
            Bearer::Incident(incident) => self.incident(rows, incident).map(drop)?,
        }
        Ok(row)
    }

    /// Whether they see a receipt: those of the household whose own it is, and of the others who see everything that it
    /// proves. Who does not see a present does not see what it cost.
    pub fn sees_receipt(&self, rows: &impl Rows, receipt: &Receipt) -> Result<bool> {
        if !self.sight().sees(&audience::of_receipt(rows, receipt)?) {
            return Ok(false);
        }
        for item in receipt.details.items() {
            if let Some(item) = rows.find(item)?
                && !self.sees(rows, &item)?
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A receipt that they see, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it is not for their eyes.
    pub fn receipt(&self, rows: &impl Rows, id: ReceiptId) -> Result<Row<Receipt>> {
        let row = rows.get(id)?;
        if self.sees_receipt(rows, &row)? {
            Ok(row)
        } else {
            Err(Error::NotFound)
        }
    }

    /// A version of a receipt that they see.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or when it was not for their eyes.
    pub fn receipt_version(
        &self,
        rows: &impl Rows,
        id: ReceiptId,
        revision: Revision,
    ) -> Result<Row<Receipt>> {
        self.receipt(rows, id)?;
        let version = rows.version(id, revision)?.ok_or(Error::NotFound)?;
        if self.sees_receipt(rows, &version)? {
            Ok(version)
        } else {
            Err(Error::NotFound)
        }
    }

    /// The versions of a receipt that they see, the newest first.
    ///
    /// # Errors
    /// As [`Self::receipt`].
    pub fn receipt_versions(&self, rows: &impl Rows, id: ReceiptId) -> Result<Vec<Row<Receipt>>> {
        self.receipt(rows, id)?;
        let mut seen = Vec::new();
        for version in rows.versions(id)? {
            if self.sees_receipt(rows, &version)? {
                seen.push(version);
            }
        }
        Ok(seen)
    }
}

impl Editor {
    /// As one who looks.
    pub const fn viewer(&self) -> &Viewer {
        &self.0
    }

    /// Who they are.
    pub const fn person(&self) -> PersonId {
        self.0.person()
    }

    /// Whether they may change a thing that they see: a child only what it owns or added itself.
    pub fn may_change(&self, item: &Row<Item>) -> bool {
        self.0.role() != Role::Child
            || item.created.by == Some(self.person())
            || item
                .details
                .owners
                .iter()
                .any(|share| share.person == self.person())
    }

    /// A thing that they may change, in the bin or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn item(&self, rows: &impl Rows, id: ItemId) -> Result<Row<Item>> {
        let row = self.0.item(rows, id)?;
        if self.may_change(&row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// A place that they may change, in the bin or not: a child only what it added itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn place(&self, rows: &impl Rows, id: PlaceId) -> Result<Row<Place>> {
        let row = self.0.place(rows, id)?;
        let own = row.created.by == Some(self.person());
        if self.0.role() != Role::Child || own {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// A photo or document of something that they may change.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn attachment(&self, rows: &impl Rows, id: AttachmentId) -> Result<Row<Attachment>> {
        let row = rows.get(id)?;
        self.bearer(rows, row.of)?;
        Ok(row)
    }

    /// That they may change what an attachment belongs to.
    ///
    /// # Errors
    /// As [`Self::item`], [`Self::place`], [`Self::receipt`], [`Self::incident`] and [`Self::of_thing`].
    pub fn bearer(&self, rows: &impl Rows, bearer: Bearer) -> Result<()> {
        match bearer {
            Bearer::Item(item) => self.item(rows, item).map(drop),
            Bearer::Place(place) => self.place(rows, place).map(drop),
            Bearer::Receipt(receipt) => self.receipt(rows, receipt).map(drop),
            Bearer::Claim(claim) => self.of_thing(rows, claim).map(drop),
            Bearer::Job(job) => self.of_thing(rows, job).map(drop),
            Bearer::Memory(memory) => self.of_thing(rows, memory).map(drop),
            Bearer::Incident(incident) => self.incident(rows, incident).map(drop),
        }
    }

    /// A receipt that they may change, in the bin or not: a child only what it added itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes; [`Error::Denied`] when they only may look.
    pub fn receipt(&self, rows: &impl Rows, id: ReceiptId) -> Result<Row<Receipt>> {
        let row = self.0.receipt(rows, id)?;
        if self.may_change_receipt(&row) {
            Ok(row)
        } else {
            Err(Error::Denied)
        }
    }

    /// Whether they may change a receipt that they see.
    pub fn may_change_receipt(&self, receipt: &Row<Receipt>) -> bool {
        self.0.role() != Role::Child || receipt.created.by == Some(self.person())
    }
}

impl Manager {
    /// As one who adds and changes.
    pub const fn editor(&self) -> &Editor {
        &self.0
    }

    /// As one who looks.
    pub const fn viewer(&self) -> &Viewer {
        self.0.viewer()
    }

    /// Who they are.
    pub const fn person(&self) -> PersonId {
        self.0.person()
    }
}

impl Head {
    /// As one who changes everything in the archive.
    pub const fn manager(&self) -> &Manager {
        &self.0
    }

    /// Who they are.
    pub const fn person(&self) -> PersonId {
        self.0.person()
    }
}
