//! Mechanism: the parts that pages are made of.
//!
//! Each part is a struct that renders itself: `html! { (Card::new(…)) }`. A page makes one [`look::Look`] per request,
//! builds its body from parts, and answers with [`layout::Page::answer`], which is whole for a browser and partial
//! for htmx:
//!
//! ```ignore
//! let body = html! { (Cards(cards)) (Pager::new(&look, 0, 60, 412).after(next)) };
//! Page::new(&look, look.text("items-title"), body).actions(html! { (add) }).answer(htmx)
//! ```
//!
//! What the parts expect of the server, and how a list is arranged, is in `docs/interface.md`. Classes: a part's name (`card`), its pieces (`card-photo`), and states that any part may have (`is-primary`,
//! `is-wrong`). Beside them a few words for text (`quiet`, `number`, `unseen`), for arranging (`row`, `stack`,
//! `split`), and `only-quick`/`only-full`/`only-wide`/`only-script`/`only-plain` for who sees it. Pages
//! write no classes of their own unless `assets/style/pages.css` has them.

pub mod asset;
pub mod banner;
pub mod breadcrumb;
pub mod bulk;
pub mod button;
pub mod card;
pub mod chart;
pub mod clipping;
pub mod empty;
pub mod facet;
pub mod facts;
pub mod form;
pub mod gauge;
pub mod icon;
pub mod layout;
pub mod list;
pub mod look;
pub mod markdown;
pub mod menu;
mod nav;
pub mod pager;
pub mod photo;
pub mod proposed;
pub mod public;
pub mod table;
pub mod tile;
pub mod timeline;
pub mod track;
pub mod tree;
pub mod versions;
