//! A watch over pages: what in one could run, load from elsewhere, or lead where no address leads.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

/// What in a page could run, load from elsewhere or lead somewhere that is no address.
#[derive(Default)]
pub struct Watch {
    found: RefCell<Vec<String>>,
}

impl Watch {
    /// Everything of the kind in a page, read as a browser reads it.
    pub fn over(page: &str) -> Vec<String> {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(page));
        let reader = Tokenizer::new(Self::default(), TokenizerOpts::default());
        let _ = reader.feed(&input);
        reader.end();
        reader.sink.found.take()
    }

    fn look_at(&self, element: &str, name: &str, value: &str) {
        let ours = value.starts_with('/') && !value.starts_with("//");
        let wrong = match name {
            "style" | "srcdoc" => true,
            "src" | "srcset" | "poster" | "data" | "action" | "formaction" => !ours,
            _ if name.starts_with("on") || name.starts_with("hx-on") => true,
            _ if name.starts_with("hx-") => value.contains("js:") || value.contains("javascript:"),
            "href" => {
                let scheme = value.split_once(':').map(|(scheme, _)| scheme);
                !(ours
                    || value.starts_with(['#', '?'])
                    || matches!(scheme, Some("http" | "https" | "mailto")))
            }
            _ => false,
        };
        if wrong {
            self.found
                .borrow_mut()
                .push(format!("<{element} {name}={value:?}>"));
        }
    }
}

impl TokenSink for Watch {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        for attribute in &tag.attrs {
            self.look_at(&tag.name, &attribute.name.local, &attribute.value);
        }
        let runs_itself =
            &*tag.name == "script" && !tag.attrs.iter().any(|one| &*one.name.local == "src");
        let never = [
            "style",
            "base",
            "iframe",
            "object",
            "embed",
            "applet",
            "math",
            "foreignobject",
        ];
        if runs_itself || never.contains(&&*tag.name) {
            self.found.borrow_mut().push(format!("<{}>", tag.name));
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            _ => TokenSinkResult::Continue,
        }
    }
}

#[test]
fn what_runs_is_found() {
    for page in [
        "<p onclick=prov()>",
        "<script>prov()</script>",
        "<img src=x>",
        "<a href=' javascript:prov()'>",
        "<p style='a'>",
        "<style></style>",
        "<a href=//evil.example>",
        "<form action=http://evil.example>",
        "<title></title><svg onload=a>",
        "<iframe srcdoc=a>",
        "<base href=/>",
        "<a hx-get=\"js:prov()\">",
    ] {
        assert!(!Watch::over(page).is_empty(), "{page}");
    }
    let fine = "<title><img onerror=a></title><script src=/a.js></script><a href=https://exempel.se>a</a><textarea><p onclick=a>";
    assert_eq!(Watch::over(fine), [""; 0]);
}
