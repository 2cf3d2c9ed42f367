// The walk through the rooms where there is no network: an answer that cannot be sent is kept on the phone, and sent when
// there is one again. The server takes an answer as often as it is sent, and says so where somebody else has answered.

const KEPT = "walk";
/** How often what waits is tried again, in milliseconds. */
const AGAIN = 5000;

let sending = false;

/** What waits: the id of the stop's row, and the address and fields that its button would have sent. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

function keep(answers) {
  try {
    if (Object.keys(answers).length) localStorage.setItem(KEPT, JSON.stringify(answers));
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that stores nothing keeps the answer for as long as the page is open: htmx says that it was not sent.
  }
}

/** Shows in the list which answers wait. */
function show(list) {
  const answers = kept();
  for (const stop of list.querySelectorAll(".stop")) {
    const fate = answers[stop.id] && new URLSearchParams(answers[stop.id].fields).get("fate");
    for (const button of stop.querySelectorAll(".answer")) {
      const waits = button.value === fate;
      button.classList.toggle("is-waiting", waits);
      if (fate) button.setAttribute("aria-pressed", String(waits));
    }
    let note = stop.querySelector(".stop-waiting");
    if (!fate) {
      note?.remove();
      continue;
    }
    if (!note) {
      note = document.createElement("p");
      note.className = "stop-waiting";
      note.setAttribute("role", "status");
      stop.querySelector(".stop-answers").before(note);
    }
    note.textContent = list.dataset.waiting;
  }
}

/** Sends what waits, one after the other, until one cannot be sent. */
async function send() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const [id, { action, fields }] of Object.entries(kept())) {
      const answer = await fetch(action, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "HX-Request": "true" },
      });
      // Whoever has been signed out, or meets a server that starts, keeps the answer; what is refused for good is let go.
      if (answer.status === 401 || answer.status >= 500 || answer.redirected) break;
      const left = kept();
      if (left[id]?.fields === fields) {
        delete left[id];
        keep(left);
      }
      const row = document.getElementById(id);
      if (row && answer.ok) {
        row.outerHTML = await answer.text();
        window.htmx?.process(document.getElementById(id));
      }
    }
  } catch {
    // Still no network.
  } finally {
    sending = false;
    const list = document.querySelector("[data-walk]");
    if (list) show(list);
  }
}

export function walk(list) {
  list.addEventListener("htmx:sendError", (event) => {
    const { elt, requestConfig } = event.detail;
    const stop = elt.closest?.(".stop");
    if (!stop || requestConfig.verb !== "post") return;
    const answers = kept();
    const fields = new URLSearchParams(requestConfig.formData);
    answers[stop.id] = { action: elt.action, fields: fields.toString() };
    keep(answers);
    show(list);
  });
  show(list);
  send();
}

// Answers of a page that is closed by now are sent from whichever page is open.
window.addEventListener("online", send);
setInterval(() => Object.keys(kept()).length && send(), AGAIN);
