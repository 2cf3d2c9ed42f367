// Dragging photos into order; the buttons beside them do the same for keyboards and touch.

export function reorder(list) {
  let dragged = null;

  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    dragged?.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged) return;
    event.preventDefault();
    if (!over || over === dragged || over.parentElement !== list) return;
    const items = [...list.children];
    if (items.indexOf(over) > items.indexOf(dragged)) over.after(dragged);
    else over.before(dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", async () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    const body = new URLSearchParams({
      do: "order",
      photos: [...list.children].map((item) => item.dataset.id).join(","),
    });
    const answer = await fetch(list.dataset.reorder, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    }).catch(() => null);
    // Whatever became of it, the page shows what the server holds: the cover's place, or the old order.
    if (answer)
      window.htmx?.ajax("GET", location.href, { target: `#${list.id}`, select: `#${list.id}`, swap: "outerHTML" });
  });
}
