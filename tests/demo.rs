//! The demo household as a newcomer meets it: its papers open, and what stands on them is found.

use jiff::civil::date;
use smartinventory::{
    clock::Clock,
    demo::{self, Wish, drawings::Drawing},
    domain::{
        attachment::{Attachment, AttachmentKind},
        lang::Lang,
        rotation::Rotation,
    },
    media::{Kind, Limits, Media, Size},
    store::{Rows, Store},
};

#[tokio::test]
async fn its_papers_have_a_preview_and_a_text() {
    for (lang, words) in [
        (
            Lang::Sv,
            [
                "Stöldmärkning",
                "Återanskaffningsvärde",
                "Gummilisten, också i vecket",
                "NV65-2208-41907",
            ],
        ),
        (
            Lang::En,
            [
                "Security marking",
                "Replacement value",
                "rubber seal, in its fold",
                "NV65-2208-41907",
            ],
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-08-01T06:00:00Z".parse().unwrap());
        let store = Store::open(folder.path(), clock).unwrap();
        let program = env!("CARGO_BIN_EXE_smartinventory").into();
        let media = Media::open(folder.path(), program, Limits::default()).unwrap();
        let wish = Wish {
            lang,
            today: date(2026, 11, 22),
            password: "hemligt123",
        };
        let dot = || Drawing {
            width: 1,
            height: 1,
            rgb: vec![120; 3],
        };
        demo::fill(&store, &media, wish, |_| Ok(dot()), |_, _| {}).unwrap();
        let mut printed = String::new();
        for paper in store.read().unwrap().all::<Attachment>().unwrap() {
            if paper.kind != AttachmentKind::Document
                || paper.media_type != Kind::Pdf.media_type(None)
            {
                continue;
            }
            let text = media.text(paper.blob).await.unwrap();
            assert!(!text.contains('?'), "a letter that the fonts lack: {text}");
            printed.push_str(&text);
            let preview = media.picture(paper.blob, Rotation::None, Size::Small).await;
            assert_eq!(
                preview.unwrap().media_type,
                "image/jpeg",
                "{}",
                paper.file_name
            );
        }
        let printed = printed.to_lowercase();
        for word in words {
            assert!(printed.contains(&word.to_lowercase()), "{word}: {printed}");
        }
    }
}
