// Picking many: a range with shift, every result, and how many.

export function select(bar) {
  const all = bar.querySelector("[data-all]");
  const count = bar.querySelector("[data-count]");
  let last = null;

  const boxes = () => [...document.querySelectorAll("[data-pick]")];

  function tell() {
    const picked = all.checked ? null : boxes().filter((box) => box.checked).length;
    const total = all.parentElement.textContent.trim();
    count.textContent =
      picked === null ? total : picked === 1 ? bar.dataset.one : bar.dataset.many.replace("{count}", picked);
  }

  const main = bar.closest("main") ?? document;
  main.addEventListener("click", (event) => {
    const box = event.target.closest?.("[data-pick]");
    if (!box || !bar.isConnected) return;
    const list = boxes();
    if (event.shiftKey && last && list.includes(last)) {
      const [from, to] = [list.indexOf(last), list.indexOf(box)].sort((a, b) => a - b);
      for (const between of list.slice(from, to + 1)) between.checked = box.checked;
    }
    last = box;
    if (!box.checked) all.checked = false;
    tell();
  });
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  bar.addEventListener("reset", () => {
    last = null;
    setTimeout(tell);
  });
  tell();
}
