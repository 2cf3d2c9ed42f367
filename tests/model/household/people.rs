//! What is done with people, and with the household they are.

use std::collections::BTreeSet;

use smartinventory::{
    domain::{
        household::Household as Home,
        money::Currency,
        person::{Person, PersonId, Role},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, expect, invalid};

impl Household {
    pub(super) fn add_person(&mut self, name: &str, role: Role) -> Result<(), Refusal> {
        let id = self.id();
        self.check_name(id, name)?;
        let name = name.to_owned();
        self.put(Person { id, name, role }, Expect::Any).map(drop)
    }

    pub(super) fn change_person(
        &mut self,
        id: PersonId,
        seen: Expect,
        name: &str,
        role: Role,
    ) -> Result<(), Refusal> {
        let present = self.live::<Person>(id)?;
        self.check_name(id, name)?;
        if role != Role::Owner {
            self.check_owned_without(&present)?;
        }
        let name = name.to_owned();
        self.put(Person { id, name, role }, seen).map(drop)
    }

    pub(super) fn remove_person(&mut self, id: PersonId, seen: Expect) -> Result<(), Refusal> {
        let present = self.live::<Person>(id)?;
        expect(&present, seen)?;
        self.check_owned_without(&present)?;
        self.bin(id).map(drop)
    }

    pub(super) fn restore_person(&mut self, id: PersonId) -> Result<(), Refusal> {
        let name = self.get::<Person>(id)?.body.name;
        self.check_name(id, &name)?;
        self.restore(id).map(drop)
    }

    fn check_name(&self, id: PersonId, name: &str) -> Result<(), Refusal> {
        let alike = |person: &Row<Person>| person.name.to_lowercase() == name.to_lowercase();
        let is_taken = self
            .all::<Person>()
            .any(|person| person.id != id && alike(person));
        if name.is_empty() || is_taken {
            Err(invalid("name"))
        } else {
            Ok(())
        }
    }

    fn check_owned_without(&self, person: &Person) -> Result<(), Refusal> {
        let mut people = self.all::<Person>();
        let another = people.any(|other| other.role == Role::Owner && other.id != person.id);
        if another || person.role != Role::Owner {
            Ok(())
        } else {
            Err(invalid("role"))
        }
    }

    /// Whether somebody owns the household, and no two people are called the same.
    pub(super) fn is_in_order(&self) -> bool {
        let mut names = BTreeSet::new();
        let mut people = self.all::<Person>();
        let apart = people.all(|person| names.insert(person.name.to_lowercase()));
        let mut people = self.all::<Person>();
        apart && people.any(|person| person.role == Role::Owner)
    }

    pub(super) fn change_home(
        &mut self,
        seen: Expect,
        name: &str,
        currency: Currency,
    ) -> Result<(), Refusal> {
        let present = self.get(Home::ID)?;
        let home = Home {
            name: name.to_owned(),
            currency,
            ..present.body
        };
        self.put(home, seen).map(drop)
    }
}
