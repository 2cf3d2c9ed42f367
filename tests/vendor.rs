//! What others wrote and we keep: each file is byte for byte the one that its sum was taken of.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/vendor/"]
struct Vendor;

#[test]
fn every_vendored_file_has_the_sum_written_beside_it() {
    let mut checked = 0;
    for path in Vendor::iter().filter(|path| path.ends_with("/SHA256SUMS")) {
        let folder = path.trim_end_matches("SHA256SUMS");
        let sums = Vendor::get(&path).unwrap().data;
        for line in std::str::from_utf8(&sums).unwrap().lines() {
            let (sum, name) = line.split_once("  ").unwrap();
            let file = Vendor::get(&format!("{folder}{name}")).unwrap();
            assert_eq!(
                file.metadata.sha256_hash().to_vec(),
                bytes(sum),
                "{folder}{name}"
            );
            checked += 1;
        }
    }
    assert_eq!(checked, 4);
}

#[test]
fn every_vendored_folder_has_licence_version_and_sums() {
    let folders: std::collections::BTreeSet<_> = Vendor::iter()
        .map(|path| path.split('/').next().unwrap().to_owned())
        .collect();
    for folder in folders {
        for name in ["LICENSE", "VERSION", "SHA256SUMS"] {
            assert!(
                Vendor::get(&format!("{folder}/{name}")).is_some(),
                "{folder}/{name}"
            );
        }
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .filter_map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok())
        .collect()
}
