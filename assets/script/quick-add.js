// Camera → name → saved. The next photo can be taken while the last one is still on its way; place and owner stay.
import { draw, enqueue, send } from "./send.js";

export function quickAdd(form) {
  const photo = form.querySelector("input[type=file]");
  const name = form.querySelector("[name=name]");
  const canvas = form.querySelector(".quick-add-camera canvas");

  photo.addEventListener("change", () => {
    if (photo.files.length === 0) return;
    draw(photo.files[0], canvas);
    name.focus();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (photo.files.length === 0 && name.value.trim() === "") {
      name.focus();
      return;
    }
    const data = new FormData(form);
    if (photo.files.length === 0) data.delete(photo.name);
    const row = enqueue(form, photo.files[0], name.value.trim() || photo.files[0].name);
    save(data, row);
    photo.value = name.value = "";
    canvas.hidden = true;
    // Opens the camera again where the browser lets a page do so; elsewhere the big target waits.
    photo.click();
  });

  async function save(data, row) {
    try {
      row.done(await send(form, data, row.says, row.progress));
    } catch (error) {
      row.failed(error.message, () => save(data, row));
    }
  }
}
