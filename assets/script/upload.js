// Many files: from camera, gallery, drag and drop or paste; each is sent by itself and fails by itself.
import { enqueue, send } from "./send.js";

/** How many are on their way at once: a phone's uplink and a small server both have enough with two. */
const LANES = 2;

export function upload(form) {
  const input = form.querySelector("input[type=file]");
  const waiting = [];
  let busy = 0;

  function add(files) {
    for (const file of files) waiting.push({ file, row: enqueue(form, file, file.name) });
    next();
  }

  async function next() {
    while (busy < LANES && waiting.length > 0) {
      busy += 1;
      one(waiting.shift()).finally(() => {
        busy -= 1;
        if (busy === 0 && waiting.length === 0) refresh();
        next();
      });
    }
  }

  async function one(job) {
    const data = new FormData(form);
    data.delete(input.name);
    data.append(input.name, job.file, job.file.name);
    // What is chosen beside the form goes with each file: place and owner for photos without names.
    for (const field of form.dataset.with ? document.querySelectorAll(form.dataset.with) : []) {
      data.set(field.name, field.value);
    }
    try {
      job.row.done(await send(form, data, job.row.says, job.row.progress));
    } catch (error) {
      job.row.failed(error.message, () => {
        waiting.push(job);
        next();
      });
    }
  }

  function refresh() {
    const target = form.dataset.refresh;
    if (target) window.htmx?.ajax("GET", location.href, { target, select: target, swap: "outerHTML" });
  }

  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => busy > 0 && event.preventDefault());

  // Dropping beside the target would leave the page and lose what is on its way: the whole page takes it, the first of
  // several forms what falls on none of them.
  const isFiles = (event) => {
    const over = event.target.closest?.("form[data-upload]") ?? form;
    return over === form && form.isConnected && event.dataTransfer?.types.includes("Files");
  };
  document.addEventListener("dragover", (event) => {
    if (!isFiles(event) || event.defaultPrevented) return form.classList.remove("is-over");
    event.preventDefault();
    form.classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("is-over"));
  document.addEventListener("drop", (event) => {
    if (!isFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    form.classList.remove("is-over");
    add(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    if (!form.isConnected || event.defaultPrevented || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add(event.clipboardData.files);
  });
}
