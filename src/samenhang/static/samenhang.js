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

const formOf = (event) => {
  const element = event.detail?.elt ?? event.target;
  return element instanceof Element ? element.closest("form[data-autosave]") : null;
};

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
  const form = formOf(event);
  if (form) draftOf(form).typed += 1;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = formOf(event);
  if (form) draftOf(form).sent = draftOf(form).typed;
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event);
  if (!form) return;
  const draft = draftOf(form);
  const { status } = event.detail.xhr;
  if (status >= 200 && status < 300 && !cameBackFromElsewhere(event.detail)) {
    draft.kept = draft.sent;
    draft.wait = FIRST_WAIT;
    say(form, KEPT(new Date()));
  } else if (status === 401 || status === 403 || (status >= 200 && status < 300)) {
    say(form, SIGNED_OUT);
  } else if (status === 409) {
    say(form, NOT_YET); // the notice about the other window came along, out of band
  } else {
    say(form, NOT_YET);
    tryLater(form);
  }
});

window.addEventListener("online", () => drafts.forEach((_, form) => again(form)));

let leavingOnPurpose = false;
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) leavingOnPurpose = true;
});

window.addEventListener("beforeunload", (event) => {
  const open = [...drafts].some(([form, draft]) => form.isConnected && draft.kept < draft.typed);
  if (open && !leavingOnPurpose) event.preventDefault();
});

// --- mistakes: the first field to mend has the focus ----------------------------------------------------

document.querySelector('main [aria-invalid="true"]')?.focus();

// --- the five minutes of the scan: <div class="timer" data-timer="300"> ---------------------------------

const TICK = 1000;

const showTime = (timer, left, total) => {
  const minutes = Math.floor(left / 60);
  const digits = `${minutes}.${String(left % 60).padStart(2, "0")}`;
  timer.querySelector(".digits").textContent = digits;
  timer.querySelector(".run").setAttribute("stroke-dashoffset", String(100 - (100 * left) / total));
  timer.querySelector(".bead").setAttribute("transform", `rotate(${(360 * left) / total} 32 32)`);
  timer.setAttribute("aria-label", `Nog ${minutes} minuten en ${left % 60} seconden`);
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
