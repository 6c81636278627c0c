//! In: a file that was chosen or dropped, or a text that was pasted, up to what waits for a yes.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{DragEvent, File, HtmlInputElement};
use unblock_core::board::Date;
use unblock_core::exchange::{Context, FileIn, Incoming, MAX_BYTES, Plan, ReadError, Sheet, read};
use unblock_core::store::Everything;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::clock;
use crate::lazy::Views;
use crate::session::Session;

/// The id of the hidden field behind *Import a file*.
const FILE_FIELD: &str = "file-field";

/// What pasted cells are called.
pub const PASTED_CELLS: &str = "the pasted cells";

/// So many bytes tell what a file is.
const EVERYTHING_HEAD: i32 = 100;
/// A file of everything can have so many bytes: what a browser keeps, as JSON.
const EVERYTHING_BYTES: f64 = 64_000_000.0;

/// What is said where files cannot be read at all.
const NOT_HERE: &str = "The part of Unblock that reads files could not be loaded. Check the connection and choose the file again.";

/// What came in and waits.
#[derive(Clone, Debug)]
pub enum Pending {
    /// Cells of a spreadsheet are asked for.
    Asking,
    /// They were pasted.
    Cells(Sheet),
    /// A file is being read.
    Reading(String),
    /// It was read.
    Ready(String, Incoming),
    /// It holds everything of a browser; here is its text.
    Everything(String, String),
    /// It cannot be taken.
    Refused(String, String),
}

/// The import that waits for a yes, if any.
#[derive(Clone, Copy)]
pub struct PendingImport(RwSignal<Option<Pending>>);

impl PendingImport {
    /// Nothing waits.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// True while something waits.
    pub fn waits(self) -> bool {
        self.0.with(Option::is_some)
    }

    /// What waits.
    pub fn get(self) -> Option<Pending> {
        self.0.get()
    }

    /// Asks for cells of a spreadsheet.
    pub fn ask(self) {
        self.0.set(Some(Pending::Asking));
    }

    /// Takes cells of a spreadsheet, or says why they are none.
    pub fn take_cells(self, text: &str) {
        self.0.set(Some(match Sheet::read(text, None) {
            Ok(sheet) => Pending::Cells(sheet),
            Err(why) => Pending::Refused(PASTED_CELLS.to_owned(), why.to_string()),
        }));
    }

    /// Takes cells that bring their heads and titles along. False for a block of figures alone.
    pub fn offer_cells(self, text: &str) -> bool {
        let is_whole = Sheet::read(text, None).is_ok_and(|sheet| sheet.has_heads && sheet.is_whole());
        if is_whole {
            self.take_cells(text);
        }
        is_whole
    }

    /// Lets it go.
    pub fn close(self) {
        self.0.set(None);
    }

    fn take_file(self, session: Session, file: File) {
        let name = file.name();
        self.0.set(Some(Pending::Reading(name.clone())));
        spawn_local(async move {
            let size = file.size();
            let everything = everything_in(&file).await;
            let bytes = match &everything {
                Some(_) => Ok(Vec::new()),
                None if size > max_bytes() => Err(too_large(size)),
                None => bytes_of(&file).await,
            };
            let views = session.views().await;
            // Two frames, so that "Reading" is seen before the page is busy.
            next_frame().await;
            let cancelled =
                !self.0.with_untracked(|now| matches!(now, Some(Pending::Reading(n)) if *n == name));
            if cancelled {
                return;
            }
            let Some(views) = views else {
                self.close();
                return session.complain(NOT_HERE.to_owned());
            };
            if let Some(text) = everything {
                return self.0.set(Some(Pending::Everything(name, text)));
            }
            let read = bytes.and_then(|bytes| {
                (views.read)(session, Some(&name), &bytes).map_err(|error| error.to_string())
            });
            self.0.set(Some(match read {
                Ok(incoming) => Pending::Ready(name, incoming),
                Err(why) => Pending::Refused(name, why),
            }));
        });
    }
}

#[allow(clippy::cast_precision_loss, reason = "ten million is far below 2^52")]
fn max_bytes() -> f64 {
    MAX_BYTES as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size; the cast saturates")]
fn too_large(size: f64) -> String {
    ReadError::TooLarge(size as usize).to_string()
}

/// The text of a file that holds everything of a browser, known by how it begins; it can be larger than others.
async fn everything_in(file: &File) -> Option<String> {
    let head = file.slice_with_i32_and_i32(0, EVERYTHING_HEAD).ok()?;
    let head = JsFuture::from(head.text()).await.ok()?.as_string()?;
    if !Everything::is_one(&head) || file.size() > EVERYTHING_BYTES {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

async fn bytes_of(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer
        .map_err(|_| "The browser could not read the file. Was it moved or is it a folder?".to_owned())?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            set_timeout(move || _ = resolve.call0(&wasm_bindgen::JsValue::NULL), std::time::Duration::ZERO);
        });
    });
    // A promise that is only ever resolved.
    _ = JsFuture::from(promise).await;
}

/// What a file or a text means.
pub fn parse(session: Session, name: Option<&str>, bytes: &[u8]) -> Result<Incoming, ReadError> {
    let mut context =
        Context { today: session.today.get_untracked(), local_day: &local_day, new_id: &mut clock::new_uuid };
    read(FileIn { name, bytes }, &mut context)
}

/// The day of a moment where the browser is.
fn local_day(milliseconds: i64) -> Option<Date> {
    let moment = chrono::DateTime::from_timestamp_millis(milliseconds)?;
    Date::from_naive(moment.with_timezone(&chrono::Local).date_naive())
}

/// The hidden field behind *Import a file*.
#[component]
pub fn FileField(
    /// Where what was chosen goes.
    pending: PendingImport,
    /// The session.
    session: Session,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        let Some(field) = field.get_untracked() else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            pending.take_file(session, file);
        }
        // The same file can be chosen again.
        field.set_value("");
    };
    view! {
        <input id=FILE_FIELD type="file" hidden=true aria-label="File to import" node_ref=field on:change=chosen
            accept=".json,.csv,.txt,.md,.xml,application/json,application/xml,text/xml,text/csv,text/plain" />
    }
}

/// Opens the browser's dialog for a file to import.
pub fn choose_file() {
    let field = document().get_element_by_id(FILE_FIELD).and_then(|f| f.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.click();
    }
}

/// Takes a file that was dropped anywhere. Anything else that is dropped is the browser's.
pub fn take_drop(pending: PendingImport, session: Session, event: &DragEvent) {
    let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0))
    else {
        return;
    };
    event.prevent_default();
    pending.take_file(session, file);
}

/// Takes a pasted text where it is the content of a file of a known format. False leaves it to the field. Where what
/// reads files is still on its way, the text is taken in any case, and put into the field later if it is no file.
pub fn offer_paste(
    pending: PendingImport,
    session: Session,
    text: String,
    put: impl FnOnce(&str) + 'static,
) -> bool {
    if let Some(views) = session.parts.views_here() {
        return take_text(pending, session, views, &text);
    }
    spawn_local(async move {
        let views = session.views().await;
        if !views.is_some_and(|views| take_text(pending, session, views, &text)) {
            put(&text);
        }
    });
    true
}

fn take_text(pending: PendingImport, session: Session, views: Views, text: &str) -> bool {
    match (views.read)(session, None, text.as_bytes()) {
        Ok(Incoming::Plan(Plan { format: unblock_core::exchange::Format::Text, .. })) | Err(_) => false,
        Ok(incoming) => {
            pending.0.set(Some(Pending::Ready("the pasted text".to_owned(), incoming)));
            true
        }
    }
}
