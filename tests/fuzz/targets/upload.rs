//! Forms with files: the first line is the content type, the rest the body, which comes in pieces.
#![no_main]

use std::cell::LazyCell;

use axum::{body::Body, extract::Request, http::header};
use harness::reading;
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::{
    http::upload::{Uploads, Wanted},
    media::{Limits, Media},
};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// Takes files in without reading them: those are other targets.
struct Desk {
    media: Media,
    runtime: Runtime,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let limits = Limits {
            bytes: 4096,
            ..Limits::default()
        };
        let runtime = Builder::new_current_thread().enable_all().build();
        Self {
            media: Media::open(folder.path(), "/bin/false".into(), limits).expect("media"),
            runtime: runtime.expect("a runtime"),
            _folder: folder,
        }
    }
}

thread_local! {
    static DESK: LazyCell<Desk> = LazyCell::new(Desk::new);
}

fuzz_target!(init: harness::confine(), |form: &[u8]| -> Corpus {
    let end = form.iter().position(|byte| *byte == b'\n');
    let Some((kind, body)) = end.map(|end| (&form[..end], &form[end + 1..])) else {
        return Corpus::Reject;
    };
    let pieces: Vec<_> = body
        .chunks(1 + body.len() % 61)
        .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
        .collect();
    let body = Body::from_stream(futures_util::stream::iter(pieces));
    let Ok(request) = Request::post("/").header(header::CONTENT_TYPE, kind).body(body) else {
        return Corpus::Reject;
    };
    DESK.with(|desk| receive(desk, request));
    Corpus::Keep
});

fn receive(desk: &Desk, request: Request) {
    let received = Uploads::receive(&desk.media, request, Wanted::Documents);
    let Ok(uploads) = desk.runtime.block_on(received) else {
        return;
    };
    assert!(uploads.files.len() + uploads.fields.len() <= 1_000);
    let (kept, _) = Uploads::sort(uploads.files);
    let hashes: Vec<_> = kept.iter().map(|file| file.blob.hash()).collect();
    let blobs = desk.media.blobs();
    for (file, hash) in kept.iter().zip(&hashes) {
        let original = std::fs::read(blobs.path(*hash)).expect("it was kept");
        assert_eq!(original.len() as u64, file.size);
        assert!((1..=desk.media.limits().bytes).contains(&file.size));
        assert!(blobs.is_sound(*hash).expect("it can be read"));
        assert_eq!(
            reading::kind(&original).media_type(Some(&file.file_name)),
            file.media_type
        );
    }
    drop(kept);
    for hash in hashes {
        desk.media.remove(hash, || Ok(false)).expect("it goes");
        assert!(!blobs.contains(hash));
    }
}
