//! What comes out of the press, as other programs read it.

mod specimen;

use std::{ops::ControlFlow, process::Command};

use super::*;
use specimen::{Drawn, claim, police_list};

fn printed(document: &Document) -> Vec<u8> {
    press(document, &mut Drawn, &mut |_| ControlFlow::Continue(()))
        .unwrap()
        .unwrap()
}

#[test]
#[ignore = "writes documents for somebody to look at"]
fn specimens() {
    let folder = std::env::temp_dir().join("press");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in [("police", police_list(24)), ("claim", claim())] {
        let path = folder.join(name).with_extension("pdf");
        std::fs::write(&path, printed(&document)).unwrap();
        let status = Command::new("pdftoppm")
            .args(["-r", "60", "-png"])
            .arg(&path)
            .arg(folder.join(name))
            .status();
        assert!(status.unwrap().success());
    }
}
