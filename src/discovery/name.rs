//! Names on the network: what this machine and the household are called there, and what to try when that is taken.

/// What this machine is called, while nobody else on the network is.
const HOST: &str = "smartinventory";
/// What a household is called that nobody has named.
const NAMELESS: &str = "Smartinventory";
/// How long a name on the network may be, in bytes of UTF-8 (RFC 6763, 4.1.1).
const LONGEST: usize = 63;

/// The name of this machine: `smartinventory`, `smartinventory-2`, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Host(u32);

impl Default for Host {
    fn default() -> Self {
        Self(1)
    }
}

impl Host {
    /// The one to try when this one is taken.
    pub(super) fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// As people write it: `smartinventory.local`.
    pub(super) fn domain(self) -> String {
        match self.0 {
            1 => format!("{HOST}.local"),
            number => format!("{HOST}-{number}.local"),
        }
    }

    /// As the protocol writes it, with the dot at its end.
    pub(super) fn absolute(self) -> String {
        format!("{}.", self.domain())
    }
}

/// What the household may be called, the best first: `Familjen Ekström`, `Familjen Ekström (2)`, and so on.
pub(super) fn of_household(name: &str) -> impl Iterator<Item = String> {
    let name = if name.trim().is_empty() {
        NAMELESS
    } else {
        name
    };
    (1u32..).map(move |number| match number {
        1 => shortened(name, LONGEST).to_owned(),
        number => {
            let end = format!(" ({number})");
            format!("{}{end}", shortened(name, LONGEST - end.len()))
        }
    })
}

fn shortened(name: &str, most: usize) -> &str {
    name[..name.floor_char_boundary(most)].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_is_taken_is_followed_by_the_next_number() {
        let host = Host::default();
        assert_eq!(host.domain(), "smartinventory.local");
        assert_eq!(host.next().absolute(), "smartinventory-2.local.");
        assert_eq!(host.next().next().domain(), "smartinventory-3.local");
    }

    #[test]
    fn a_household_keeps_its_name_as_far_as_the_network_has_room() {
        let names = |name| of_household(name).take(2).collect::<Vec<_>>();
        assert_eq!(
            names("Familjen Ekström"),
            ["Familjen Ekström", "Familjen Ekström (2)"]
        );
        assert_eq!(names(""), ["Smartinventory", "Smartinventory (2)"]);
        for name in names(&"å".repeat(80)) {
            assert!((62..=63).contains(&name.len()), "{name}");
        }
    }
}
