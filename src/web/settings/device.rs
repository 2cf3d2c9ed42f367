//! What a browser calls itself, in words that its owner knows it by.

use crate::ui::{icon::Icon, look::Look};

/// Browsers by what only they say; those that also say another's name stand before it.
const BROWSERS: [(&str, &str); 12] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// Machines likewise, and whether one holds them in the hand.
const MACHINES: [(&str, &str, bool); 7] = [
    ("iPhone", "iPhone", true),
    ("iPad", "iPad", true),
    ("Android", "Android", true),
    ("Windows", "Windows", false),
    ("Macintosh", "Mac", false),
    ("CrOS", "Chromebook", false),
    ("Linux", "Linux", false),
];

/// A browser and the machine that it runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Device {
    browser: Option<&'static str>,
    machine: Option<&'static str>,
    handheld: bool,
}

impl Device {
    /// Reads a `User-Agent`.
    pub(super) fn read(agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(mark, _)| agent.contains(mark));
        let machine = MACHINES.iter().find(|(mark, _, _)| agent.contains(mark));
        Self {
            browser: browser.map(|(_, name)| *name),
            machine: machine.map(|(_, name, _)| *name),
            handheld: machine.is_some_and(|(_, _, handheld)| *handheld),
        }
    }

    /// "Firefox på Windows".
    pub(super) fn words(self, look: &Look) -> String {
        match (self.browser, self.machine) {
            (Some(browser), Some(machine)) => look.lang.text_with(
                "settings-device",
                &[("browser", browser.into()), ("machine", machine.into())],
            ),
            (Some(name), None) | (None, Some(name)) => name.to_owned(),
            (None, None) => look.text("settings-device-unknown"),
        }
    }

    pub(super) const fn icon(self) -> Icon {
        if self.handheld {
            Icon::Device
        } else {
            Icon::Screen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_from_those_that_it_passes_for() {
        let look = Look::default();
        let cases = [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari på iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
                "Samsung Internet på Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                "Edge på Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
                "Firefox på Linux",
            ),
            ("curl/8.5.0", "curl"),
            ("", "Okänd enhet"),
        ];
        for (agent, words) in cases {
            assert_eq!(Device::read(agent).words(&look), words);
        }
    }
}
