//! What strangers do, on a page or by a program: counted before it is done, and given what chance has to give.

use std::net::IpAddr;

use super::{
    limits::What,
    listing::EntryId,
    operations::{
        checks::{Check, Found},
        threads::{Chance, Reply, Tip},
    },
    problem::Problem,
    service::Registry,
};
use crate::{
    domain::identifier::{IdentifierKind, Key},
    error::Result,
    protocol::{
        message::Message,
        token::{TOKEN, ThreadToken},
    },
};

impl Registry {
    /// Looks for what somebody typed. It is counted before anything is looked up, so that being refused tells nothing.
    pub(super) async fn check(
        &self,
        from: IpAddr,
        kind: IdentifierKind,
        value: String,
    ) -> Result<Found, Problem> {
        self.count(from, &What::check(&Key::of(kind, &value)))
            .await?;
        Ok(self.store.read(Check { kind, value }).await?)
    }

    /// Takes a message to the owner of an entry, and gives the token of its thread.
    pub(super) async fn tip(
        &self,
        from: IpAddr,
        entry: EntryId,
        message: Message,
    ) -> Result<ThreadToken, Problem> {
        self.count(from, &[What::Message]).await?;
        let token = ThreadToken::from_bytes(self.clock.secret::<TOKEN>()?);
        let tip = Tip {
            entry,
            token: token.clone(),
            message,
            chance: self.chance()?,
            now: self.clock.now(),
        };
        self.answer(tip).await?;
        Ok(token)
    }

    /// Takes one more message in the thread that a token opens.
    pub(super) async fn reply(
        &self,
        from: IpAddr,
        token: ThreadToken,
        message: Message,
    ) -> Result<(), Problem> {
        self.count(from, &[What::Message]).await?;
        let reply = Reply {
            token,
            message,
            chance: self.chance()?,
            now: self.clock.now(),
        };
        self.answer(reply).await
    }

    /// What chance gives to a message.
    fn chance(&self) -> Result<Chance> {
        Ok(Chance {
            id: self.clock.secret()?,
            to_owner: self.clock.secret()?,
            to_finder: self.clock.secret()?,
        })
    }
}
