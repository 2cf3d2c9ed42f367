//! Embedded files: stylesheet, scripts, icons and htmx, each under an address that changes with its content.

use std::{borrow::Cow, sync::LazyLock};

use rust_embed::{EmbeddedFile, RustEmbed};

/// The address that all files lie under.
pub const ROOT: &str = "/assets";

/// The one stylesheet, made of `assets/style` in this order.
pub const STYLE: &str = "app.css";

const SHEETS: [&str; 17] = [
    "tokens",
    "base",
    "layout",
    "controls",
    "forms",
    "things",
    "photos",
    "memories",
    "insurance",
    "charts",
    "finding",
    "messages",
    "pages",
    "walk",
    "division",
    "report",
    "public",
];

#[derive(RustEmbed)]
#[folder = "assets/style/"]
#[prefix = "style/"]
struct Styles;

#[derive(RustEmbed)]
#[folder = "assets/script/"]
#[prefix = "script/"]
struct Scripts;

#[derive(RustEmbed)]
#[folder = "assets/icons/"]
#[prefix = "icons/"]
struct Icons;

#[derive(RustEmbed)]
#[folder = "assets/vendor/htmx/"]
#[prefix = "vendor/htmx/"]
struct Htmx;

/// What browsers may read, folder by folder: what lies beside them is for the server.
struct Files;

impl Files {
    fn get(path: &str) -> Option<EmbeddedFile> {
        Styles::get(path)
            .or_else(|| Scripts::get(path))
            .or_else(|| Icons::get(path))
            .or_else(|| Htmx::get(path))
    }

    fn iter() -> impl Iterator<Item = Cow<'static, str>> {
        Styles::iter()
            .chain(Scripts::iter())
            .chain(Icons::iter())
            .chain(Htmx::iter())
    }
}

static SHEET: LazyLock<String> = LazyLock::new(|| {
    SHEETS
        .iter()
        .filter_map(|name| Files::get(&format!("style/{name}.css")))
        .map(|file| tighten(&String::from_utf8_lossy(&file.data)))
        .collect()
});

/// The looks of a report that stands by itself, outside of the site.
pub static REPORT: LazyLock<String> = LazyLock::new(|| {
    let sheets = ["tokens", "base", "report"].iter();
    sheets
        .filter_map(|name| Files::get(&format!("style/{name}.css")))
        .map(|file| tighten(&String::from_utf8_lossy(&file.data)))
        .collect()
});

/// The sheet without the comments, line breaks and spaces that only its authors need. Knows just the CSS that
/// `assets/style` is written in: comments on lines of their own, and no text in quotes that these pairs occur in.
fn tighten(sheet: &str) -> String {
    const LOOSE: [(&str, &str); 10] = [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
        (" > ", ">"),
        (" 0.", " ."),
        (":0.", ":."),
    ];
    let line = sheet
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("/*") && !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    LOOSE
        .iter()
        .fold(line, |sheet, (loose, tight)| sheet.replace(loose, tight))
}

/// Sixteen hexadecimal digits that change when any file does.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort_unstable();
    let mut hash = blake3::Hasher::new();
    for name in names {
        if let Some(file) = Files::get(&name) {
            hash.update(name.as_bytes())
                .update(&file.metadata.sha256_hash());
        }
    }
    hash.finalize().to_hex().chars().take(16).collect()
});

/// A file to send, which may be kept for ever under its address.
#[derive(Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type, charset included.
    pub media_type: &'static str,
}

/// The address of a file: `/assets/<version>/<path>`. Relative imports between scripts keep the version.
#[must_use]
pub fn href(path: &str) -> String {
    format!("{ROOT}/{}/{path}", VERSION.as_str())
}

/// The file at `path`, the part of its address after the version.
#[must_use]
pub fn get(path: &str) -> Option<Asset> {
    let media_type = match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    };
    let bytes = if path == STYLE {
        Cow::Borrowed(SHEET.as_bytes())
    } else {
        Files::get(path)?.data
    };
    Some(Asset { bytes, media_type })
}

/// The path of every file, for whoever writes them out or checks them.
pub fn every() -> impl Iterator<Item = String> {
    Files::iter()
        .filter(|path| get(path).is_some())
        .map(Cow::into_owned)
        .chain([STYLE.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_holds_every_sheet_and_stays_small() {
        let sheet = get(STYLE).unwrap();
        assert_eq!(sheet.media_type, "text/css; charset=utf-8");
        let files = Files::iter().filter(|name| name.starts_with("style/"));
        assert_eq!(files.count(), SHEETS.len());
        assert!(sheet.bytes.len() < 58_000, "{} bytes", sheet.bytes.len());
    }

    #[test]
    fn the_scripts_stay_small() {
        let bytes: usize = Files::iter()
            .filter(|name| name.starts_with("script/"))
            .filter_map(|name| get(&name))
            .map(|file| file.bytes.len())
            .sum();
        assert!(bytes > 0);
        assert!(bytes < 29_000, "{bytes} bytes");
    }

    #[test]
    fn texts_and_unknown_files_are_not_served() {
        assert!(get("texts/sv/product.ftl").is_none());
        assert!(get("style/../texts/sv/product.ftl").is_none());
        assert!(get("nothing.css").is_none());
        assert!(get("vendor/source-sans/SourceSans3-Regular.otf").is_none());
        assert!(Files::iter().all(|name| !name.contains("source-sans")));
    }
}
