//! `smartinventory demo`: a believable household in an empty archive, to look around in.

use std::{
    io::{IsTerminal, stderr},
    path::Path,
};

use jiff::{Span, Unit};

use crate::{
    access::setup::SetupCode,
    clock::Clock,
    config::Settings,
    demo::{self, Wish, drawings::draw, household},
    domain::lang::Lang,
    error::{Error, Result},
    media::{Limits, Media},
    store::Store,
};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The language that the family writes in
    #[arg(long, value_parser = lang, default_value = "sv", value_name = "sv|en")]
    lang: Lang,
    /// Read the family's password from standard input, one line, instead of drawing one
    #[arg(long)]
    password_stdin: bool,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.tag() == text)
        .ok_or_else(|| "one of sv, en".to_owned())
}

/// Runs the command.
pub(super) fn run(settings: &Settings, arguments: &Arguments) -> Result<()> {
    let now = Clock::system();
    let password = if arguments.password_stdin {
        super::read_password()?
    } else {
        SetupCode::draw(&now)?.to_string().to_lowercase()
    };
    let folder = &settings.data;
    settings.make_folder()?;
    let begun = now
        .now()
        .saturating_sub(Span::new().hours(24 * i64::from(demo::DAYS)));
    let begun = begun
        .and_then(|begun| begun.round(Unit::Minute))
        .map_err(Error::internal)?;
    let store = Store::open(folder, Clock::set_to(begun))?;
    let program = std::env::current_exe().map_err(Error::internal)?;
    let media = Media::open(folder, program, Limits::default())?;
    let wish = Wish {
        lang: arguments.lang,
        today: now.today(),
        password: &password,
    };
    demo::fill(&store, &media, wish, draw, progress)?;
    greet(folder, arguments.lang, &password);
    Ok(())
}

/// Keeps one line up to date on a terminal; a log gets two.
fn progress(done: usize, of: usize) {
    if stderr().is_terminal() {
        eprint!("\rDrawing pictures: {done} of {of}");
        if done == of {
            eprintln!();
        }
    } else if done == 1 || done == of {
        eprintln!("Drawing pictures: {done} of {of}");
    }
}

/// Says who can sign in, and how to go on.
fn greet(folder: &Path, lang: Lang, password: &str) {
    println!(
        "{} moved in to {}",
        household::NAME.get(lang),
        folder.display()
    );
    println!("Sign in with the password {password} as");
    for person in household::people() {
        println!(
            "  {:<8}{:<7}{}",
            person.name,
            person.role.key(),
            person.about.get(lang)
        );
    }
    println!(
        "Start the server: smartinventory --data {}",
        folder.display()
    );
}
