//! How a household is found on the home network: announced by multicast DNS, under a name that nobody else there has.

mod name;
mod reach;
mod voice;

use std::time::Duration;

use tokio::{sync::watch, time::sleep};
use tokio_util::sync::CancellationToken;

pub use self::reach::Reach;
use self::{name::Host, voice::Voice};
use crate::error::Result;

/// How long to wait after a failure, such as no network at all, before trying again.
const RETRY: Duration = Duration::from_mins(1);
/// When to look for the first time whether two have taken a name at the same moment.
const SOON: Duration = Duration::from_secs(5);
/// How often to look whether somebody else has come by our name: networks are joined, and machines wake up.
const NOW_AND_THEN: Duration = Duration::from_mins(15);
/// How long whoever has the higher address waits for the other to let go of a name that both have.
const STUBBORNNESS: Duration = Duration::from_secs(10);

/// What is told of a household.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What it is called; empty while nobody has claimed it.
    pub name: String,
    /// What tells it from every other archive; empty while nobody has claimed it.
    pub id: String,
}

/// Announces the household until told to stop, and says goodbye. `told` hears the name of this machine, such as
/// `smartinventory.local`, whenever it has taken one.
pub async fn announce(
    reach: Reach,
    mut cards: watch::Receiver<Card>,
    stop: &CancellationToken,
    told: impl Fn(&str),
) {
    loop {
        let card = cards.borrow_and_update().clone();
        let outcome = match Voice::raise(&reach) {
            Ok(mut voice) => {
                let outcome = tokio::select! {
                    () = stop.cancelled() => Ok(false),
                    Ok(()) = cards.changed() => Ok(true),
                    outcome = speak(&mut voice, &card, &told) => outcome.map(|()| true),
                };
                voice.fall_silent().await;
                outcome
            }
            Err(error) => Err(error),
        };
        match outcome {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                tracing::warn!(%error, "the household cannot be announced on the network; trying again");
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = sleep(RETRY) => {}
                }
            }
        }
    }
}

/// Takes names that are free, announces the household by them, and watches over them until somebody else has one, or
/// this machine is somewhere else.
async fn speak(voice: &mut Voice, card: &Card, told: &impl Fn(&str)) -> Result<()> {
    let mut host = Host::default();
    let mut heard = voice.listen(host).await?;
    while heard.is_taken() {
        host = host.next();
        heard = voice.listen(host).await?;
    }
    voice.announce(host, card, &heard)?;
    let mut wait = SOON;
    let mut is_told = false;
    loop {
        if !is_told && voice.is_on_a_network() {
            told(&host.domain());
            is_told = true;
        }
        if voice.has_lost_an_address(wait).await? {
            // The responder takes no other address of the same kind on that network: it is still a member by the old one.
            return Ok(());
        }
        wait = NOW_AND_THEN;
        heard = voice.listen(host).await?;
        if let Some(rival) = voice.rival(&heard) {
            // Were both to let go at once, both would come back at once.
            if voice.outranks(rival) {
                sleep(STUBBORNNESS).await;
            }
            heard = voice.listen(host).await?;
            if voice.rival(&heard).is_some() {
                tracing::info!(host = host.domain(), %rival, "somebody else has the name: taking the next");
                return Ok(());
            }
        }
    }
}
