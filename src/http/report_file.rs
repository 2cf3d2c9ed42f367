//! The files of a report: printed, as a spreadsheet, as a list for machines, as a page by itself, and all of it in a package.

use std::{
    fs::{self, File},
    io::{self, Cursor, Read, Seek, Write},
    path::PathBuf,
    sync::Arc,
};

use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use futures_util::stream;
use maud::{DOCTYPE, PreEscaped, html};
use tokio::{runtime::Handle, sync::mpsc, task::spawn_blocking};

use super::{
    files::{Download, disposition},
    reply::Problem,
};
use crate::{
    app::{App, printing},
    domain::report::{Content, Report},
    error::{Error, Result},
    reports::{
        columns, csv,
        package::{self, Document as Form, Piece, Source, file_name},
        page::Sheets,
        paper, xlsx,
    },
    ui::asset,
};

/// A form that a report is fetched in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// On paper.
    Pdf,
    /// As a spreadsheet.
    Xlsx,
    /// As a list for machines.
    Csv,
    /// As a page that stands by itself.
    Html,
    /// All of it, with photos and papers.
    Zip,
}

/// Sends a report in a form.
///
/// # Errors
/// [`Error::Unavailable`] when it is not printed.
pub async fn send(
    app: &Arc<App>,
    report: &Report,
    format: Format,
    request: Request,
) -> Result<Response, Problem> {
    match format {
        Format::Pdf => printed(app, report, request).await,
        Format::Xlsx => {
            let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            table(app, report, Form::Xlsx, media_type, xlsx).await
        }
        Format::Csv => table(app, report, Form::Csv, "text/csv; charset=utf-8", csv).await,
        Format::Html => page(app, report).await,
        Format::Zip => package(app, report).await,
    }
}

/// Sends one of the pictures that a report shows, by its key, and no other.
///
/// # Errors
/// [`Error::NotFound`] for any other.
pub async fn picture(
    app: &App,
    report: &Report,
    key: &str,
    request: Request,
) -> Result<Response, Problem> {
    let (hash, rotation, size) = printing::picture(key).ok_or(Error::NotFound)?;
    if !report.files.contains(&hash) {
        return Err(Error::NotFound.into());
    }
    let shown = app.media.picture(hash, rotation, size).await?;
    let download = Download {
        path: shown.path,
        media_type: shown.media_type.to_owned(),
        save_as: None,
    };
    download.send(request).await
}

async fn printed(app: &Arc<App>, report: &Report, request: Request) -> Result<Response, Problem> {
    let download = Download {
        path: app.printed(report).await?,
        media_type: "application/pdf".to_owned(),
        save_as: Some(Form::Pdf.name(report)),
    };
    download.send(request).await
}

async fn table(
    app: &Arc<App>,
    report: &Report,
    form: Form,
    media_type: &'static str,
    write: fn(&App, &Report, &Content) -> Result<Vec<u8>>,
) -> Result<Response, Problem> {
    let (at, of) = (Arc::clone(app), report.clone());
    let bytes = spawn_blocking(move || write(&at, &of, &at.content_of(&of)?));
    let bytes = bytes.await.map_err(Error::internal)??;
    answer(Body::from(bytes), media_type, &form.name(report))
}

/// A report as a list for machines.
fn csv(_: &App, report: &Report, content: &Content) -> Result<Vec<u8>> {
    let table = columns::table(&report.details, content);
    let mut bytes = Vec::new();
    csv::write(&table, report.details.language, &mut bytes)?;
    Ok(bytes)
}

/// A report as a spreadsheet.
fn xlsx(app: &App, report: &Report, content: &Content) -> Result<Vec<u8>> {
    let table = columns::table(&report.details, content);
    let mut bytes = Vec::new();
    let scratch = app.scratch()?;
    xlsx::write(report, content, &table, &scratch, Cursor::new(&mut bytes))?;
    Ok(bytes)
}

fn answer(body: Body, media_type: &'static str, name: &str) -> Result<Response, Problem> {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_DISPOSITION, disposition(name)?);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    Ok(response)
}

/// A page that stands by itself: its looks and its pictures are in it.
async fn page(app: &Arc<App>, report: &Report) -> Result<Response, Problem> {
    let (at, of, handle) = (Arc::clone(app), report.clone(), Handle::current());
    let page = spawn_blocking(move || -> Result<String> {
        let content = at.content_of(&of)?;
        let lang = of.details.language;
        let missing = lang.text("reports-picture-missing");
        let inside = |key: &str| {
            let shown = handle
                .block_on(printing::shown(&at.media, key))
                .ok()
                .flatten();
            let bytes = shown.and_then(|shown| {
                let bytes = STANDARD.encode(fs::read(&shown.path).ok()?);
                Some(format!("data:{};base64,{bytes}", shown.media_type))
            });
            bytes.unwrap_or_default()
        };
        let sheets = Sheets {
            lang,
            address: &inside,
            list: lang.text("reports-list"),
            missing,
        };
        let document = paper::document(&of, &content)?;
        let looks = asset::REPORT.as_str();
        Ok(html! {
            (DOCTYPE)
            html lang=(lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (document.title) }
                    style { (PreEscaped(looks)) }
                }
                body.report-page { (sheets.markup(&document.blocks)) footer.report-foot { (document.footer) } }
            }
        }
        .into_string())
    });
    let page = page.await.map_err(Error::internal)??;
    let name = file_name(report, "html");
    answer(Body::from(page), "text/html; charset=utf-8", &name)
}

/// How many pieces of a package wait for whoever fetches it.
const WAITING: usize = 16;

/// All of it: written while it is sent, so that memory does not grow with it.
async fn package(app: &Arc<App>, report: &Report) -> Result<Response, Problem> {
    let printed = app.printed(report).await?;
    let (at, of) = (Arc::clone(app), report.clone());
    let (sender, receiver) = mpsc::channel(WAITING);
    let planned = spawn_blocking(move || Packing::plan(&at, &of, &printed)).await;
    let packing = planned.map_err(Error::internal)??;
    let length = packing.length()?;
    let made = report.made;
    spawn_blocking(move || {
        let pipe = Pipe(sender);
        // Whoever hangs up ends it, and what else goes wrong ends what is sent before its length is reached.
        if let Err(error) = package::write(pipe, made, packing.pieces()) {
            tracing::debug!(%error, "a package was not sent to its end");
        }
    });
    let body = stream::unfold(receiver, async |mut receiver: mpsc::Receiver<Bytes>| {
        let bytes = receiver.recv().await?;
        Some((Ok::<_, io::Error>(bytes), receiver))
    });
    let name = file_name(report, "zip");
    let mut response = answer(Body::from_stream(Box::pin(body)), "application/zip", &name)?;
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    Ok(response)
}

/// What goes into a package, with where each piece comes from.
struct Packing(Vec<(String, Holds)>);

/// Where a piece comes from.
enum Holds {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// What can be read twice.
trait Twice: Read + Seek + Send {}
impl<T: Read + Seek + Send> Twice for T {}

impl Packing {
    fn plan(app: &App, report: &Report, printed: &std::path::Path) -> Result<Self> {
        let content = app.content_of(report)?;
        let mut all = Vec::new();
        for planned in package::plan(report, &content) {
            let holds = match planned.from {
                Source::Document(Form::Pdf) => Holds::File(printed.to_owned()),
                Source::Document(Form::Xlsx) => Holds::Bytes(xlsx(app, report, &content)?),
                Source::Document(Form::Csv) => Holds::Bytes(csv(app, report, &content)?),
                Source::Blob(hash) => Holds::File(app.media.blobs().path(hash)),
            };
            all.push((planned.name, holds));
        }
        Ok(Self(all))
    }

    fn length(&self) -> Result<u64> {
        let mut sizes = Vec::with_capacity(self.0.len());
        for (name, holds) in &self.0 {
            let size = match holds {
                Holds::File(path) => fs::metadata(path).map_err(Error::internal)?.len(),
                Holds::Bytes(bytes) => bytes.len() as u64,
            };
            sizes.push((name.as_str(), size));
        }
        Ok(package::length(sizes))
    }

    fn pieces(self) -> impl Iterator<Item = io::Result<Piece<Box<dyn Twice>>>> {
        self.0.into_iter().map(|(name, holds)| {
            let source: Box<dyn Twice> = match holds {
                Holds::File(path) => Box::new(File::open(path)?),
                Holds::Bytes(bytes) => Box::new(Cursor::new(bytes)),
            };
            Ok(Piece { name, source })
        })
    }
}

/// The writing end of what is sent: it waits for whoever reads, and fails when they hang up.
struct Pipe(mpsc::Sender<Bytes>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A piece with nothing in it means the end to some who read.
        if bytes.is_empty() {
            return Ok(0);
        }
        let sent = self.0.blocking_send(Bytes::copy_from_slice(bytes));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
