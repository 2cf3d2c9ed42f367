// Sends one form's worth of files with progress, and reads the server's answer.

/** The answer's JSON, or an error whose message is a sentence for the person. `says` holds the sentences. */
export function send(form, data, says, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(form.method, form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "text";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = request.ontimeout = () => reject(new Error(says.offline));
    request.onload = () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // A page instead of JSON, such as the one behind a redirect.
      }
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(new Error(answer.detail || answer.title || says.failed));
    };
    request.send(data);
  });
}

/** Draws a picture file on a canvas, as far as the browser can read it; never waits for it. */
export async function draw(file, canvas) {
  if (!file.type.startsWith("image/")) return;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 1280 / Math.max(picture.width, picture.height));
    canvas.width = picture.width * scale;
    canvas.height = picture.height * scale;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    canvas.hidden = false;
  } catch {
    // Not every browser reads every picture; the server does.
  }
}

/** A row in the form's list of what is on its way: name, picture, progress, what became of it. */
export function enqueue(form, file, name) {
  const queue = form.querySelector("[data-queue]");
  const row = form.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
  const state = row.querySelector("[data-state]");
  const progress = row.querySelector("progress");
  const retry = row.querySelector("[data-retry]");
  row.querySelector(".queue-name").textContent = name;
  state.textContent = queue.dataset.waiting;
  if (file) draw(file, row.querySelector("canvas"));
  queue.prepend(row);
  return {
    says: queue.dataset,
    progress: (part) => (progress.value = part),
    // `href` leads to what was made; `refused` says what of it was not taken.
    done: ({ href, refused }) => {
      row.classList.add("is-done");
      state.textContent = refused ?? queue.dataset.done;
      if (!href) return;
      const link = document.createElement("a");
      link.href = href;
      link.textContent = name;
      row.querySelector(".queue-name").replaceChildren(link);
    },
    failed: (sentence, again) => {
      row.classList.add("is-failed");
      state.textContent = sentence;
      retry.hidden = false;
      retry.onclick = () => {
        row.classList.remove("is-failed");
        retry.hidden = true;
        state.textContent = queue.dataset.waiting;
        progress.value = 0;
        again();
      };
    },
  };
}
