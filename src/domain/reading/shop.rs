//! Shops: whose name a paper bears.

use super::{
    Found, below,
    label::Label,
    paper::{Entry, Paper},
    row::Cell,
    trade::{
        form_end, has_form, has_trade, is_buyer, is_fact, is_heading, is_payee, is_place, is_reach,
        is_registered,
    },
    word::{float, folded, squeezed},
};

/// How many rows a buyer's name and address take.
const ADDRESS: usize = 6;

/// A name with what speaks for it.
struct Candidate<'a> {
    name: String,
    entry: &'a Entry,
    cell: &'a Cell,
    score: f32,
}

/// The likeliest names of who sold, best first.
pub(super) fn shops(paper: &Paper) -> Vec<Found<String>> {
    let looks = Looks::of(paper);
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for (number, entry) in paper.entries.iter().enumerate() {
        for cell in &entry.row.cells {
            let name = cleaned(&cell.text);
            if let Some(score) = looks
                .score(number, cell, &name)
                .filter(|score| *score > 0.0)
            {
                candidates.push(Candidate {
                    name,
                    entry,
                    cell,
                    score,
                });
            }
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut found: Vec<Found<String>> = Vec::new();
    for candidate in candidates {
        let own = squeezed(&folded(&candidate.name));
        if found
            .iter()
            .any(|other| squeezed(&folded(&other.value)) == own)
        {
            continue;
        }
        let confidence =
            (0.25 + candidate.score / 10.0).clamp(0.0, 0.95) * candidate.cell.confidence;
        found.push(Found {
            page: candidate.entry.row.page,
            place: candidate.cell.place,
            confidence: below(found.last(), confidence),
            value: candidate.name,
        });
        if found.len() == 3 {
            break;
        }
    }
    found
}

/// A paper as who looks for a name sees it.
struct Looks<'a> {
    paper: &'a Paper,
    /// The letters of each row.
    letters: Vec<String>,
    /// The names in the addresses of sites and of mail, squeezed: `handel` of `www.handel.se`.
    sites: Vec<String>,
    /// The words that announce a buyer, and what stands beneath them.
    buyers: Vec<(usize, &'a Cell, Vec<&'a Cell>)>,
    /// The rows that tell of what only a company has.
    registered: Vec<usize>,
    /// The squeezed names on accounts that are to be paid to.
    payees: Vec<String>,
}

impl<'a> Looks<'a> {
    fn of(paper: &'a Paper) -> Self {
        let entries = &paper.entries;
        let registered = entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| is_registered(&entry.row.folded, &entry.row.text));
        let mut looks = Self {
            paper,
            letters: entries
                .iter()
                .map(|entry| squeezed(&entry.row.folded))
                .collect(),
            sites: entries
                .iter()
                .flat_map(|entry| sites(&entry.row.text))
                .collect(),
            buyers: Vec::new(),
            registered: registered.map(|(number, _)| number).collect(),
            payees: entries
                .iter()
                .filter_map(|entry| payee(&entry.row.text))
                .collect(),
        };
        for (number, entry) in entries.iter().enumerate() {
            let announced = entry.row.cells.iter();
            for cell in announced.filter(|cell| is_buyer(&folded(&cell.text), &cell.text)) {
                let address = looks.block(number, cell, ADDRESS);
                looks.buyers.push((number, cell, address));
            }
        }
        looks
    }

    /// How much speaks for a piece of text being the name; none when it cannot be one.
    fn score(&self, number: usize, cell: &'a Cell, name: &str) -> Option<f32> {
        let entry = &self.paper.entries[number];
        let words = folded(name);
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let digits = name.chars().filter(char::is_ascii_digit).count();
        let priced = entry.money().next().is_some() && !has_form(&words);
        let label =
            words.split(' ').count() <= 3 && Label::of(&words).is_some() && !has_form(&words);
        if !(3..=60).contains(&letters) || digits > letters || priced || label || is_heading(&words)
        {
            return None;
        }
        let mut score = self.position(number, cell);
        if self.is_of_buyer(number, cell) {
            score -= 3.0;
        } else {
            score += self.neighbours(number, cell);
        }
        if self.payees.contains(&squeezed(&words)) {
            score += 2.5;
        }
        if has_form(&words) {
            score += 2.5;
        }
        if has_trade(&words) {
            score += 1.0;
        }
        let own = squeezed(&words);
        let is_site =
            |site: &String| own.contains(site.as_str()) || own.len() >= 5 && site.contains(&own);
        if self.sites.iter().any(is_site) {
            score += 2.0;
        }
        if own.len() >= 5 && self.is_repeated(number, &own) {
            score += 0.8;
        }
        Some(
            score
                - blemishes(name, &words, digits)
                - if cell.confidence < 0.85 { 1.0 } else { 0.0 },
        )
    }

    /// What its place on the first page and its size speak for it.
    fn position(&self, number: usize, cell: &Cell) -> f32 {
        let row = &self.paper.entries[number].row;
        if row.page > 0 || row.middle > 0.5 {
            return 0.0;
        }
        let above = self.paper.entries[..number]
            .iter()
            .filter(|other| is_text(other))
            .count();
        let size = (cell.place.bottom - cell.place.top) / self.paper.letters;
        let size = if size.is_finite() { size } else { 1.0 };
        (3.0 - 0.55 * float(above)).max(0.0) + ((size - 1.1) * 2.0).clamp(0.0, 1.2)
    }

    /// What stands around it: a company's numbers, ways to reach it, an address.
    fn neighbours(&self, number: usize, cell: &'a Cell) -> f32 {
        let block = self.block(number, cell, 8);
        let near = || block.iter().take(5);
        let in_block = block
            .iter()
            .any(|other| is_registered(&folded(&other.text), &other.text));
        let registered = in_block
            || self
                .registered
                .iter()
                .any(|at| (number..=number + 6).contains(at));
        let reached = near().any(|other| is_reach(&folded(&other.text), &other.text));
        let placed = near()
            .take(3)
            .any(|other| is_place(&folded(&other.text), &other.text));
        // An address without any number, on a paper that has numbers elsewhere, is the buyer's.
        let strange = placed && !registered && !reached && !self.registered.is_empty();
        let first = self.is_first(number, cell);
        let form = has_form(&folded(&cleaned(&cell.text)));
        let weights = [
            (registered, 1.8),
            (in_block && first, if form { 2.0 } else { 1.0 }),
            (reached, 0.8),
            (placed, 0.7),
            (strange, -2.0),
        ];
        let sum = weighed(&weights);
        // Of a block, the first is the name, or the company that the name is of.
        if first || sum < 0.0 || form {
            sum
        } else {
            sum * 0.5
        }
    }

    /// The pieces of text that stand close beneath a piece, and beneath each other, within so many rows.
    fn block(&self, number: usize, cell: &'a Cell, rows: usize) -> Vec<&'a Cell> {
        let mut block = Vec::new();
        let mut last = cell;
        for entry in self.paper.entries[number + 1..].iter().take(rows) {
            let Some(next) = entry
                .row
                .cells
                .iter()
                .find(|next| self.is_close(last, next))
            else {
                continue;
            };
            block.push(next);
            last = next;
        }
        block
    }

    /// Whether no other text stands close above a piece.
    fn is_first(&self, number: usize, cell: &Cell) -> bool {
        let above = self.paper.entries[..number].iter().rev().take(3);
        let mut cells = above
            .filter(|entry| !is_heading(&entry.row.folded))
            .flat_map(|entry| &entry.row.cells);
        !cells.any(|other| {
            self.is_close(other, cell)
                && other.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        })
    }

    /// Whether a piece of text stands right beneath another.
    fn is_close(&self, above: &Cell, below: &Cell) -> bool {
        let gap = below.place.top - above.place.bottom;
        let in_column =
            above.place.left < below.place.right && below.place.left < above.place.right;
        in_column && below.place.top > above.place.top && gap < self.paper.letters * 0.9
    }

    /// Whether words that announce a buyer stand above it or beside it.
    fn is_of_buyer(&self, number: usize, cell: &Cell) -> bool {
        self.buyers.iter().any(|(at, buyer, address)| {
            let beside = *at == number && buyer.place.left < cell.place.left;
            beside || address.iter().any(|other| std::ptr::eq(*other, cell))
        })
    }

    /// Whether it comes again elsewhere.
    fn is_repeated(&self, number: usize, own: &str) -> bool {
        let mut others = self.letters.iter().enumerate();
        others.any(|(other, letters)| other != number && letters.contains(own))
    }
}

/// Whether a row is more than a number or a word that papers begin with.
fn is_text(entry: &Entry) -> bool {
    let letters = entry.row.text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && entry.row.confidence() > 0.6
        && !is_heading(&entry.row.folded)
        && entry.row.text.chars().any(char::is_uppercase)
}

/// The squeezed name on an account, in a row that tells of one.
fn payee(text: &str) -> Option<String> {
    let (label, name) = text.split_once(':')?;
    is_payee(&folded(label)).then(|| squeezed(&folded(name)))
}

/// The squeezed names of the sites and of the mail that a text has.
fn sites(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for word in text.split([' ', ',', ';', '/', '(', ')']) {
        let small = word.to_lowercase();
        let host = small
            .rsplit('@')
            .next()
            .unwrap_or_default()
            .trim_matches('.')
            .trim_start_matches("www.");
        let Some((name, end)) = host.rsplit_once('.') else {
            continue;
        };
        let known = matches!(
            end,
            "se" | "com"
                | "nl"
                | "de"
                | "fr"
                | "no"
                | "dk"
                | "fi"
                | "nu"
                | "eu"
                | "net"
                | "org"
                | "uk"
                | "be"
        );
        let name = squeezed(&folded(name));
        // Everybody has an address there.
        let common = matches!(
            name.as_str(),
            "gmail" | "hotmail" | "outlook" | "yahoo" | "facebook" | "instagram" | "mfacebook"
        );
        if known && name.len() >= 3 && !common {
            names.push(name);
        }
    }
    names
}

/// What speaks against a name: that it is rather an address, a number, a sentence, or was written by hand.
fn blemishes(name: &str, words: &str, digits: usize) -> f32 {
    let count = words.split(' ').count();
    let form = has_form(words);
    let sentence = count > 6 || count > 3 && name.ends_with(['.', '!', '?']) && !form;
    let address = name.contains('@')
        || words.starts_with("www")
        || words.starts_with("http")
        || name.contains('/') && !form;
    let against = [
        (
            is_registered(words, name) || is_reach(words, name) || is_fact(words),
            2.5,
        ),
        (is_place(words, name), if form { 0.5 } else { 2.5 }),
        (address, 2.0),
        (digits > 3, 1.5),
        (is_house(name), 1.2),
        (name.contains(':'), 1.5),
        (sentence, 1.5),
        // A shop's name has capitals, and more than a few letters unless it is a chain's.
        (!name.chars().any(char::is_uppercase), 3.0),
        (squeezed(words).len() < 5 && !form, 0.8),
        (name.starts_with('('), 1.5),
    ];
    weighed(&against)
}

/// The sum of the weights of what holds.
fn weighed(weights: &[(bool, f32)]) -> f32 {
    weights
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, weight)| weight)
        .sum()
}

/// Whether a name looks like a street and a house: a word or two and a number.
fn is_house(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let number = words
        .last()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    number && (2..=3).contains(&words.len())
}

/// A name without what was read around it: stars, dashes, brackets with a company's number, what stands before a colon.
fn cleaned(text: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')' | '.' | '&' | '!' | '\'');
    let text = text.trim_matches(|c: char| !inside(c));
    let numbered =
        |at: &usize| *at > 0 && text[*at..].chars().filter(char::is_ascii_digit).count() >= 4;
    let end = text.rfind('(').filter(numbered).unwrap_or(text.len());
    let name = text[..end].trim();
    // "Exempel AB - Storgatan 40": what follows the form of a company is none of its name.
    name[..form_end(name).unwrap_or(name.len())].to_owned()
}
