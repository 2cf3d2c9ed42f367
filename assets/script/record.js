// Sound and film, recorded in the browser, and given to the form as if the file had been chosen there. Where a browser
// cannot record, or a page without HTTPS may not, the field for files is all there is.

/** What a browser records, the most common first; the ending tells people what it is. */
const KINDS = {
  audio: [
    ["audio/webm;codecs=opus", "webm"],
    ["audio/mp4", "m4a"],
    ["audio/ogg;codecs=opus", "ogg"],
  ],
  video: [
    ["video/webm;codecs=vp8,opus", "webm"],
    ["video/mp4", "mp4"],
  ],
};
/** Bits a second of a film: a story told by a face, eight minutes of it in 100 megabytes. */
const FILM = 1_500_000;
/** How full a file gets, of what the server takes. */
const FULL = 0.95;

export function record(recorder) {
  const find = (selector) => recorder.querySelector(selector);
  const form = recorder.closest("form");
  const input = form.querySelector("input[type=file]");
  const [live, preview, clock, problem] = ["live", "preview", "clock", "problem"].map((name) => find(`[data-${name}]`));
  const buttons = [...recorder.querySelectorAll("[data-record]")];
  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return;
  recorder.hidden = false;
  let stop = () => {};
  let begun = null;

  for (const button of buttons) button.addEventListener("click", () => start(button));
  find("[data-stop]").addEventListener("click", () => stop(true));
  find("[data-discard]").addEventListener("click", () => stop(false));
  // A recording goes with its page: nothing listens on.
  window.addEventListener("pagehide", () => stop(false));
  window.addEventListener("beforeunload", (event) => begun !== null && event.preventDefault());

  async function start(button) {
    const what = button.dataset.record;
    problem.hidden = true;
    for (const other of buttons) other.disabled = true;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: what === "video" && { width: { ideal: 1280 } } });
    } catch {
      return ended(() => {
        problem.textContent = recorder.dataset.denied;
        problem.hidden = false;
      });
    }
    const [type, ending] = KINDS[what].find(([type]) => MediaRecorder.isTypeSupported(type)) ?? [undefined, "webm"];
    const machine = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: FILM });
    const parts = [];
    let size = 0;
    let keep = false;
    machine.addEventListener("dataavailable", (event) => {
      parts.push(event.data);
      size += event.data.size;
      if (size > recorder.dataset.most * FULL) stop(true);
    });
    machine.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      preview.srcObject = null;
      ended(() => keep && choose(new Blob(parts, { type: machine.mimeType }), what, ending));
    });
    stop = (kept) => {
      keep = kept;
      if (machine.state !== "inactive") machine.stop();
    };
    preview.hidden = what !== "video";
    if (what === "video") {
      preview.srcObject = stream;
      preview.play();
    }
    machine.start(1000);
    begun = performance.now();
    live.hidden = false;
    tick();
    find("[data-stop]").focus();
  }

  function ended(then) {
    begun = null;
    stop = () => {};
    live.hidden = true;
    for (const button of buttons) button.disabled = false;
    then();
  }

  function tick() {
    if (begun === null) return;
    const seconds = Math.floor((performance.now() - begun) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    setTimeout(tick, 250);
  }

  function choose(blob, what, ending) {
    const day = new Date().toLocaleDateString("sv");
    const name = `${recorder.dataset[what === "video" ? "nameVideo" : "nameAudio"]} ${day}.${ending}`;
    const chosen = new DataTransfer();
    chosen.items.add(new File([blob], name, { type: blob.type }));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
