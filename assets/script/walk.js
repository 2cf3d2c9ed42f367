// The walk through the rooms where there is no network: an answer that cannot be sent is kept on the phone, and sent when
// there is one again. The server takes an answer as often as it is sent, and says so where somebody else has answered.

const KEPT = "walk";
/** How often what waits is tried again, in milliseconds. */
const AGAIN = 5000;

let sending = false;

/** What is kept where the browser stores nothing: as long as the page is open. */
let unstored = {};

/** By what a stop is known, on whichever page it stands: where its answers are sent, and its row. */
const key = (stop) => `${stop.querySelector(".stop-answers").getAttribute("action")}#${stop.id}`;

/**
 * By the key of a stop: what waits, as the fields that its button would have sent; or what was told of it, that somebody
 * else has answered otherwise, with what its row said then. That stays until it is answered again, or says something else.
 */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? unstored;
  } catch {
    return unstored;
  }
}

function keep(answers) {
  unstored = {};
  try {
    if (Object.keys(answers).length) localStorage.setItem(KEPT, JSON.stringify(answers));
    else localStorage.removeItem(KEPT);
  } catch {
    unstored = answers;
  }
}

function forget(key) {
  const answers = kept();
  delete answers[key];
  keep(answers);
}

/** Keeps an answer that a form could not send, and shows that it waits. */
function put(list, form, formData) {
  const fields = new URLSearchParams(formData).toString();
  keep({ ...kept(), [key(form.closest(".stop"))]: { fields } });
  show(list);
}

/** Keeps what a stop tells. */
function note(stop) {
  const text = stop?.querySelector(".stop-conflict")?.textContent;
  if (text) keep({ ...kept(), [key(stop)]: { told: text, said: stop.dataset.said } });
}

/** Shows in the list which answers wait. */
function show(list) {
  const answers = kept();
  for (const stop of list.querySelectorAll(".stop")) {
    const waiting = answers[key(stop)]?.fields;
    const answer = waiting && new URLSearchParams(waiting).get(list.dataset.walk);
    for (const button of stop.querySelectorAll("button.answer")) {
      const waits = button.value === answer;
      button.classList.toggle("is-waiting", waits);
      if (answer) button.setAttribute("aria-pressed", String(waits));
    }
    const said = stop.querySelector(".stop-waiting");
    if (!answer) said?.remove();
    else if (!said) say(stop, "stop-waiting", "status", list.dataset.waiting);
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
  const answers = kept();
  for (const stop of list.querySelectorAll(".stop")) {
    const { told, said } = answers[key(stop)] ?? {};
    if (!told) continue;
    if (stop.dataset.said !== said) forget(key(stop));
    else if (!stop.querySelector(".stop-conflict")) say(stop, "stop-conflict", "alert", told);
  }
}

/** Sends what waits, one after the other, until one cannot be sent. */
async function send() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const [key, { fields }] of Object.entries(kept())) {
      if (!fields) continue;
      const answer = await fetch(key.split("#")[0], {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "HX-Request": "true" },
      });
      // What is refused for good is let go.
      if (isPut(answer.status) || answer.redirected) break;
      const text = await answer.text();
      // Answered otherwise in the meantime.
      if (kept()[key]?.fields !== fields) continue;
      forget(key);
      if (answer.ok) renew(key, text);
    }
  } catch {
    // Still no network.
  } finally {
    sending = false;
    const list = document.querySelector("[data-walk]");
    if (list) show(list);
  }
}

/** Whoever has been signed out, or meets a server that starts or has too much to do, keeps the answer. */
const isPut = (status) => [401, 408, 425, 429].includes(status) || status >= 500;

/** Puts a row that came in its place, and keeps what it tells until somebody has answered it. */
function renew(stopKey, text) {
  const stop = new DOMParser().parseFromString(text, "text/html").querySelector(".stop");
  if (!stop) return;
  note(stop);
  const row = document.getElementById(stop.id);
  if (!row || key(row) !== stopKey) return;
  row.outerHTML = text;
  window.htmx?.process(document.getElementById(stop.id));
}

export function walk(list) {
  list.addEventListener("htmx:sendError", ({ detail: { requestConfig } }) => {
    if (requestConfig.verb === "post") put(list, requestConfig.elt, requestConfig.formData);
  });
  list.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { requestConfig, xhr } = detail;
    if (requestConfig.verb === "post") {
      detail.shouldSwap = !isPut(xhr.status);
      if (detail.shouldSwap) forget(key(requestConfig.elt.closest(".stop")));
      else put(list, requestConfig.elt, requestConfig.formData);
      return;
    }
    // A list that cannot be had leaves the one that is there.
    detail.shouldSwap &&= xhr.status < 400;
    list.querySelectorAll(".stop").forEach(note);
  });
  tell(list);
  show(list);
  send();
}

// Answers of a page that is closed by now are sent from whichever page is open.
window.addEventListener("online", send);
setInterval(send, AGAIN);
send();
