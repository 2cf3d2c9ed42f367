// The large pictures of a thing in a dialog: arrows and swipes go on, Escape closes.

export function gallery(root) {
  const links = [...root.querySelectorAll("a[data-large]")];
  if (links.length === 0) return;
  let at = 0;
  let dialog = null;

  function show(to) {
    at = (to + links.length) % links.length;
    const link = links[at];
    dialog.querySelector("img").src = link.href;
    dialog.querySelector("img").alt = link.querySelector("img").alt;
    dialog.querySelector("p").textContent =
      link.dataset.caption ?? link.parentElement.querySelector("figcaption")?.textContent ?? "";
  }

  function make() {
    dialog = document.createElement("dialog");
    dialog.className = "lightbox";
    const button = (go, sign, label, act) => {
      const element = document.createElement("button");
      element.type = "button";
      element.dataset.go = go;
      element.textContent = sign;
      element.setAttribute("aria-label", label);
      element.addEventListener("click", act);
      return element;
    };
    const close = button("close", "✕", root.dataset.close, () => dialog.close());
    dialog.append(close, document.createElement("img"), document.createElement("p"));
    if (links.length > 1) {
      dialog.append(
        button("previous", "‹", root.dataset.previous, () => show(at - 1)),
        button("next", "›", root.dataset.next, () => show(at + 1)),
      );
    }
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") show(at + 1);
      if (event.key === "ArrowLeft") show(at - 1);
    });
    let start = 0;
    dialog.addEventListener("pointerdown", (event) => (start = event.clientX));
    dialog.addEventListener("pointerup", (event) => {
      const way = event.clientX - start;
      if (Math.abs(way) > 60) show(at - Math.sign(way));
    });
    dialog.addEventListener("close", () => links[at].focus());
    root.append(dialog);
  }

  links.forEach((link, index) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!dialog) make();
      show(index);
      dialog.showModal();
    }),
  );
}
