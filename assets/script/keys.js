// Keys: `/` searches, `n` adds, arrows move among things, `x` picks one, `?` lists the keys.

export function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const within = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (within?.type === "search") within.blur();
      return;
    }
    if (within && within.type !== "checkbox") return;
    const act = ACTS[event.key];
    if (act && act(event.key) !== false) event.preventDefault();
  });
}

const ACTS = {
  "/": () => focus(document.querySelector("#search")),
  "?": () => document.querySelector("#keys")?.showModal(),
  n: () => document.querySelector('a[href="/add"]')?.click(),
  x: () => {
    const item = document.activeElement?.closest("li, tr");
    const box = item?.querySelector("[data-pick]");
    if (!box) return false;
    box.click();
  },
  ArrowRight: move,
  ArrowLeft: move,
  ArrowDown: move,
  ArrowUp: move,
};

function focus(element) {
  if (!element) return false;
  element.focus();
  element.select?.();
}

// Moves to the nearest thing in that direction, by where things stand on the screen: right in grids and in lists.
function move(key) {
  const here = document.activeElement?.closest("[data-move]");
  const all = [...document.querySelectorAll("main [data-move]")];
  if (!here) return false;
  const centre = (element) => {
    const box = (element.closest("li, tr") ?? element).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const from = centre(here);
  let best = null;
  for (const other of all) {
    if (other === here) continue;
    const to = centre(other);
    const along =
      key === "ArrowRight"
        ? to.x - from.x
        : key === "ArrowLeft"
          ? from.x - to.x
          : key === "ArrowDown"
            ? to.y - from.y
            : from.y - to.y;
    const aside = Math.abs(key === "ArrowRight" || key === "ArrowLeft" ? to.y - from.y : to.x - from.x);
    if (along < 8) continue;
    const far = along + aside * 3;
    if (!best || far < best.far) best = { other, far };
  }
  if (!best) return false;
  best.other.focus();
  best.other.scrollIntoView({ block: "nearest" });
}
