//! Files that belong to somebody: pictures to show, originals to show or to download.

use std::path::PathBuf;

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use tower_http::services::ServeFile;

use super::reply::Problem;
use crate::error::Error;

/// A file on its way to the reader.
pub struct Download {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is.
    pub media_type: String,
    /// What it is saved as; without a name it is shown.
    pub save_as: Option<String>,
}

impl Download {
    /// Sends the file, or the part of it that was asked for. Its address holds its hash or its revision, so that a
    /// browser may keep it; nothing in it ever runs as a page of ours.
    ///
    /// # Errors
    /// [`Error::Internal`] when its media type or name cannot be sent.
    pub async fn send(self, request: Request) -> Result<Response, Problem> {
        let kind = self.media_type.parse().map_err(Error::internal)?;
        let mut response = match ServeFile::new_with_mime(&self.path, &kind)
            .try_call(request)
            .await
        {
            Ok(response) => response.into_response(),
            Err(cause) => return Err(Error::internal(cause).into()),
        };
        let headers = response.headers_mut();
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, max-age=31536000, immutable"),
        );
        let policy =
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        headers.insert(
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        );
        if let Some(name) = self.save_as {
            headers.insert(header::CONTENT_DISPOSITION, disposition(&name)?);
        }
        Ok(response)
    }
}

/// `attachment` with the name in UTF-8 (RFC 6266, RFC 8187), and one in ASCII for those who cannot. Of a path it is the
/// end: whoever sent a file does not choose the folder that it is saved in.
pub(super) fn disposition(name: &str) -> Result<HeaderValue, Error> {
    use std::fmt::Write;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let coded = name.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            all.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(all, "%{byte:02X}");
        }
        all
    });
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}")
        .parse()
        .map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let header = disposition("kvitto \"åäö\"\r\nSet-Cookie: x.pdf").unwrap();
        let header = header.to_str().unwrap();
        assert!(
            header.starts_with("attachment; filename=\"kvitto _____"),
            "{header}"
        );
        assert!(
            header.contains("filename*=UTF-8''kvitto%20%22%C3%A5"),
            "{header}"
        );
    }

    #[test]
    fn a_name_is_no_way_into_another_folder() {
        for path in ["../../kvitto.pdf", "C:\\Windows\\kvitto.pdf", "/kvitto.pdf"] {
            assert_eq!(
                disposition(path).unwrap(),
                "attachment; filename=\"kvitto.pdf\"; filename*=UTF-8''kvitto.pdf",
            );
        }
    }
}
