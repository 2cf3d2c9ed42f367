//! A connection that is kept alive, and costs little: HTTP/1.1 as far as one's own server needs it.

use std::{fmt::Write, io, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long an answer may take: far longer than any should.
const PATIENCE: Duration = Duration::from_mins(2);

/// What a server answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, as they came, each on a line.
    pub head: String,
    /// The body, without the frames it may have come in.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text, when it was not compressed.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection to one server.
pub struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Connection {
    /// Connects to a server on this machine.
    pub async fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            received: Vec::with_capacity(64 << 10),
        })
    }

    /// Sends a request and waits for the whole of its answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.receive(request).await?;
        let frame = Frame::of(&self.received)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        Ok(Answer {
            status: frame.status,
            head: String::from_utf8_lossy(&self.received[..frame.head]).into_owned(),
            body: frame.body(&self.received),
        })
    }

    /// Sends a request, waits for the whole of its answer, and keeps only its status.
    pub async fn receive(&mut self, request: &[u8]) -> io::Result<u16> {
        timeout(PATIENCE, self.exchange(request)).await?
    }

    async fn exchange(&mut self, request: &[u8]) -> io::Result<u16> {
        self.received.clear();
        self.stream.write_all(request).await?;
        loop {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(frame) = Frame::of(&self.received)? {
                return Ok(frame.status);
            }
        }
    }
}

/// Where the parts of a whole answer lie.
struct Frame {
    status: u16,
    head: usize,
    length: Option<usize>,
}

impl Frame {
    /// The answer that was received, once it is whole.
    fn of(received: &[u8]) -> io::Result<Option<Self>> {
        let Some(head) = position(received, b"\r\n\r\n") else {
            return Ok(None);
        };
        let head = head + 4;
        let text =
            std::str::from_utf8(&received[..head]).map_err(|_| io::ErrorKind::InvalidData)?;
        let status = text.get(9..12).and_then(|code| code.parse().ok());
        let status = status.ok_or(io::ErrorKind::InvalidData)?;
        let length = if text.contains("transfer-encoding: chunked") {
            None
        } else {
            let length = text.split_once("content-length: ");
            let length = length.and_then(|(_, rest)| rest.split_once('\r')?.0.parse().ok());
            Some(length.unwrap_or(0))
        };
        let is_whole = length.map_or_else(
            || Chunks(&received[head..]).any(<[u8]>::is_empty),
            |length| received.len() >= head + length,
        );
        Ok(is_whole.then_some(Self {
            status,
            head,
            length,
        }))
    }

    fn body(&self, received: &[u8]) -> Vec<u8> {
        let rest = &received[self.head..];
        match self.length {
            Some(length) => rest[..length].to_vec(),
            None => Chunks(rest).flatten().copied().collect(),
        }
    }
}

/// The chunks of a body as far as they have come; the last one is empty.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let line = position(self.0, b"\r\n")?;
        let size = std::str::from_utf8(&self.0[..line]).ok()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        let start = line + 2;
        let chunk = self.0.get(start..start + size)?;
        self.0 = self.0.get(start + size + 2..)?;
        Some(chunk)
    }
}

fn position(bytes: &[u8], of: &[u8]) -> Option<usize> {
    bytes.windows(of.len()).position(|window| window == of)
}

/// A request as it goes over the wire.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    // Writing into a text cannot fail.
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n");
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if method != "GET" {
        let _ = write!(head, "content-length: {}\r\n", body.len());
    }
    [head.as_bytes(), b"\r\n", body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_when_its_last_byte_has_come() {
        let plain: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nsn\xc3\xb6\n";
        let chunked: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nsn\xc3\r\n2\r\n\xb6\n\r\n0\r\n\r\n";
        for answer in [plain, chunked] {
            for end in 0..answer.len() {
                assert!(Frame::of(&answer[..end]).unwrap().is_none(), "{end}");
            }
            let frame = Frame::of(answer).unwrap().unwrap();
            assert_eq!(frame.status, 200);
            assert_eq!(frame.body(answer), "snö\n".as_bytes());
        }
    }
}
