// What makes the pages quicker to use. Every page works without it; no sentence is written here: the server renders
// them, in the reader's language, as data attributes.
import { gallery } from "./gallery.js";
import { keys } from "./keys.js";
import { quickAdd } from "./quick-add.js";
import { record } from "./record.js";
import { reorder } from "./reorder.js";
import { select } from "./select.js";
import { upload } from "./upload.js";
import { walk } from "./walk.js";

// Runs on the whole page, then on each part that htmx puts in; `once` keeps a part from being furnished twice.
const furnished = new WeakSet();
function furnish(root) {
  for (const [selector, make] of [
    ["form[data-upload]", upload],
    ["form[data-quick-add]", quickAdd],
    ["form[data-bulk]", select],
    ["[data-reorder]", reorder],
    ["[data-recorder]", record],
    ["[data-gallery]", gallery],
    ["[data-walk]", walk],
  ]) {
    for (const element of root.querySelectorAll(selector)) {
      if (furnished.has(element)) continue;
      furnished.add(element);
      make(element);
    }
  }
  for (const button of root.querySelectorAll("[data-dismiss]")) button.hidden = false;
}

// The navigation stands outside the part that htmx puts in, which says what section it is of.
function follow() {
  const section = document.querySelector("#main > [data-section]")?.dataset.section;
  for (const link of document.querySelectorAll("[data-sections] a")) {
    if (link.getAttribute("href") === section) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

furnish(document);
keys();
document.addEventListener("htmx:load", () => {
  furnish(document);
  follow();
});

document.addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  target.closest("[data-dismiss]")?.closest("[data-toast]")?.remove();
  // The search key in the bottom bar goes to the field, which every page has.
  const focus = target.closest("[data-focus]");
  const field = focus && document.querySelector(focus.dataset.focus);
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
  fold(target);
});

// A menu that is left, by a click or a key, lies over nothing any more.
function fold(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
}
document.addEventListener("focusin", (event) => fold(event.target));
