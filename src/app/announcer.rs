//! The household on the home network: what is told of it, kept up with what it is called.

use std::sync::Arc;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    actions::household,
    discovery::{self, Card, Reach},
    domain::household::Household,
    error::Result,
    store::Rows,
};

impl App {
    /// Announces the household until told to stop. `told` hears what this machine is called on the network.
    pub async fn announce(
        self: Arc<Self>,
        reach: Reach,
        stop: CancellationToken,
        told: impl Fn(&str),
    ) {
        let (write, cards) = watch::channel(Card::default());
        let mut changes = self.store.follow();
        let keep_up = async {
            loop {
                match self.card() {
                    Ok(card) => {
                        write.send_if_modified(|known| {
                            let is_new = *known != card;
                            *known = card;
                            is_new
                        });
                    }
                    Err(error) => tracing::warn!(%error, "the household's name cannot be read"),
                }
                if changes.changed().await.is_err() {
                    return stop.cancelled().await;
                }
            }
        };
        let announced = discovery::announce(reach, cards, &stop, told);
        tokio::pin!(announced);
        tokio::select! {
            () = keep_up => announced.await,
            () = &mut announced => {}
        }
    }

    fn card(&self) -> Result<Card> {
        let rows = self.store.read()?;
        // When it was claimed tells an archive from every other one, and says nothing of those whose it is.
        let id = rows.find(Household::ID)?.map_or_else(String::new, |row| {
            let claimed = row.created.at.as_microsecond().to_be_bytes();
            blake3::hash(&claimed).to_hex()[..16].to_owned()
        });
        let name = household::current(&rows)?.name;
        Ok(Card { name, id })
    }
}
