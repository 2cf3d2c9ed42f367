// The walk through the rooms where there is no network: an answer that cannot be sent is kept on the phone, and sent when
// there is one again. The server takes an answer as often as it is sent, and says so where somebody else has answered.

const KEPT = "walk";
/** How often what waits is tried again, in milliseconds. */
const AGAIN = 5000;

let sending = false;

/** That somebody else has answered, by the id of the stop's row, with what the row said: a list that is renewed shows it still. */
const told = new Map();

/**
 * By the id of the stop's row: what waits, as the address and fields that its button would have sent; or what was told of
 * it while no page showed the row.
 */
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
    // A browser that stores nothing keeps no answer: htmx says that it was not sent.
  }
}

function forget(id) {
  const answers = kept();
  delete answers[id];
  keep(answers);
}

/** Keeps an answer that a form could not send, and shows that it waits. */
function put(list, form, formData) {
  const stop = form.closest(".stop");
  const fields = new URLSearchParams(formData).toString();
  keep({ ...kept(), [stop.id]: { action: form.getAttribute("action"), fields } });
  show(list);
}

/** Shows in the list which answers wait. */
function show(list) {
  const answers = kept();
  for (const stop of list.querySelectorAll(".stop")) {
    const waiting = answers[stop.id]?.fields;
    const fate = waiting && new URLSearchParams(waiting).get("fate");
    for (const button of stop.querySelectorAll(".answer")) {
      const waits = button.value === fate;
      button.classList.toggle("is-waiting", waits);
      if (fate) button.setAttribute("aria-pressed", String(waits));
    }
    const note = stop.querySelector(".stop-waiting");
    if (!fate) note?.remove();
    else if (!note) say(stop, "stop-waiting", "status", list.dataset.waiting);
  }
}

/** Says something above the answers of a stop. */
function say(stop, kind, role, text) {
  const note = document.createElement("p");
  note.className = kind;
  note.setAttribute("role", role);
  note.textContent = text;
  stop.querySelector(".stop-answers").before(note);
}

/** Says of each stop what was told of it before this list was there, where that is still so. */
function tell(list) {
  for (const [id, { told: text, said }] of Object.entries(kept())) {
    if (!text || !list.querySelector(`#${id}`)) continue;
    told.set(id, { text, said });
    forget(id);
  }
  for (const [id, { text, said }] of told) {
    const stop = list.querySelector(`#${id}`);
    if (stop && stop.dataset.said === said && !stop.querySelector(".stop-conflict")) {
      say(stop, "stop-conflict", "alert", text);
    }
  }
  told.clear();
}

/** Sends what waits, one after the other, until one cannot be sent. */
async function send() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const [id, { action, fields }] of Object.entries(kept())) {
      if (!fields) continue;
      const answer = await fetch(action, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "HX-Request": "true" },
      });
      // What is refused for good is let go.
      if (isPut(answer.status) || answer.redirected) break;
      const text = await answer.text();
      // Answered otherwise in the meantime.
      if (kept()[id]?.fields !== fields) continue;
      forget(id);
      if (answer.ok) renew(id, text);
    }
  } catch {
    // Still no network.
  } finally {
    sending = false;
    const list = document.querySelector("[data-walk]");
    if (list) show(list);
  }
}

/** Whoever has been signed out, or meets a server that starts, keeps the answer. */
const isPut = (status) => status === 401 || status >= 500;

/** Puts a row that came in its place; what it tells waits where no page shows it. */
function renew(id, text) {
  const row = document.getElementById(id);
  if (row) {
    row.outerHTML = text;
    window.htmx?.process(document.getElementById(id));
    return;
  }
  const stop = new DOMParser().parseFromString(text, "text/html").querySelector(".stop");
  const note = stop?.querySelector(".stop-conflict");
  if (note) keep({ ...kept(), [id]: { told: note.textContent, said: stop.dataset.said } });
}

export function walk(list) {
  list.addEventListener("htmx:sendError", ({ detail: { requestConfig } }) => {
    if (requestConfig.verb === "post") put(list, requestConfig.elt, requestConfig.formData);
  });
  list.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { requestConfig, xhr } = detail;
    if (requestConfig.verb === "post") {
      detail.shouldSwap = !isPut(xhr.status);
      if (detail.shouldSwap) forget(requestConfig.elt.closest(".stop").id);
      else put(list, requestConfig.elt, requestConfig.formData);
      return;
    }
    // A list that cannot be had leaves the one that is there.
    detail.shouldSwap &&= xhr.status < 400;
    for (const note of list.querySelectorAll(".stop-conflict")) {
      const stop = note.closest(".stop");
      told.set(stop.id, { text: note.textContent, said: stop.dataset.said });
    }
  });
  tell(list);
  show(list);
  send();
}

// Answers of a page that is closed by now are sent from whichever page is open.
window.addEventListener("online", send);
setInterval(send, AGAIN);
send();
