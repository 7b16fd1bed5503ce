// The desk's own script: says that a draft is kept, keeps trying when it is not, and runs the five minutes.
// Everything works without it; htmx does the sending.

const KEPT = (at) => `Bewaard om ${at.getHours()}.${String(at.getMinutes()).padStart(2, "0")}`;
const NOT_YET = "Nog niet bewaard. Je tekst staat hier nog.";
const SIGNED_OUT = "Nog niet bewaard: je bent afgemeld. Je tekst staat hier nog. Meld je aan in een ander venster en typ dan verder.";
const FIRST_WAIT = 3000;
const LONGEST_WAIT = 30000;

// --- drafts: one state per form: what was typed, what was sent, what was kept ---------------------------

const drafts = new Map();

const draftOf = (form) => {
  if (!drafts.has(form)) drafts.set(form, { typed: 0, sent: 0, kept: 0, wait: FIRST_WAIT, timer: 0 });
  return drafts.get(form);
};

const DRAFT = "form[data-autosave]";
const typedIn = (event) => (event.target instanceof Element ? event.target.closest(DRAFT) : null);
// Only the form's own request keeps the draft; a button inside it may ask for something else.
const sentBy = (event) => (event.detail.elt.matches?.(DRAFT) ? event.detail.elt : null);

const say = (form, text) => {
  const line = form.querySelector("[data-saved]");
  if (line && line.textContent !== text) line.textContent = text;
};

const again = (form) => {
  const draft = draftOf(form);
  clearTimeout(draft.timer);
  draft.timer = 0;
  if (form.isConnected && draft.kept < draft.typed) form.dispatchEvent(new Event("change", { bubbles: true }));
};

const tryLater = (form) => {
  const draft = draftOf(form);
  clearTimeout(draft.timer);
  draft.timer = setTimeout(again, draft.wait, form);
  draft.wait = Math.min(draft.wait * 2, LONGEST_WAIT);
};

// A session that ended answers with the sign-in page, and htmx follows: that is not "kept".
const cameBackFromElsewhere = ({ xhr, pathInfo }) =>
  Boolean(xhr.responseURL) &&
  new URL(xhr.responseURL).pathname !== new URL(pathInfo.requestPath, document.baseURI).pathname;

document.addEventListener("input", (event) => {
  const form = typedIn(event);
  if (form) draftOf(form).typed += 1;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = sentBy(event);
  if (form) draftOf(form).sent = draftOf(form).typed;
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = sentBy(event);
  if (!form) return;
  const draft = draftOf(form);
  const { status } = event.detail.xhr;
  if (status >= 200 && status < 300 && !cameBackFromElsewhere(event.detail)) {
    draft.kept = draft.sent;
    draft.wait = FIRST_WAIT;
    say(form, KEPT(new Date()));
  } else if (status === 401 || status === 403 || (status >= 200 && status < 300)) {
    say(form, SIGNED_OUT);
  } else {
    say(form, NOT_YET); // with a 409 the notice about the other window came along, out of band
    if (status === 0 || status === 429 || status >= 500) tryLater(form);
  }
});

window.addEventListener("online", () => drafts.forEach((_, form) => again(form)));

let leavingOnPurpose = false;
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) leavingOnPurpose = true;
});

window.addEventListener("pageshow", () => {
  leavingOnPurpose = false;
});

window.addEventListener("beforeunload", (event) => {
  const open = [...drafts].some(([form, draft]) => form.isConnected && draft.kept < draft.typed);
  if (open && !leavingOnPurpose) event.preventDefault();
});

// --- mistakes: the first field to mend has the focus ----------------------------------------------------

document.querySelector('main [aria-invalid="true"]')?.focus();

// --- the five minutes of the scan: <div class="timer" data-timer="300"> ---------------------------------

const TICK = 1000;

const count = (number, one, more) => `${number} ${number === 1 ? one : more}`;

const showTime = (timer, left, total) => {
  const minutes = Math.floor(left / 60);
  const seconds = left % 60;
  timer.querySelector(".digits").textContent = `${minutes}.${String(seconds).padStart(2, "0")}`;
  timer.querySelector(".run").setAttribute("stroke-dashoffset", String(100 - (100 * left) / total));
  timer.querySelector(".bead").setAttribute("transform", `rotate(${(360 * left) / total} 32 32)`);
  timer.setAttribute("aria-label", `Nog ${count(minutes, "minuut", "minuten")} en ${count(seconds, "seconde", "seconden")}`);
};

const runTimer = (timer) => {
  const total = Number(timer.dataset.timer);
  const end = Date.now() + Number(timer.dataset.left ?? total) * 1000;
  const words = timer.querySelector("[data-words]");
  const tick = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    showTime(timer, left, total);
    if (left > 0) return;
    clearInterval(clock);
    if (words) words.textContent = "De vijf minuten zijn om. Werk gerust verder.";
  };
  const clock = setInterval(tick, TICK);
  tick();
};

document.querySelectorAll("[data-timer]").forEach(runTimer);

// --- paper and the clipboard: <button data-print>, <button data-copy="id of a field"> --------------------

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));

document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      document.querySelector("[data-copied]").textContent = "Gekopieerd.";
    } catch {
      document.querySelector("[data-copied]").textContent = "De link is geselecteerd. Kopieer ze met Ctrl+C.";
    }
  });
});
