// The check-in on the phone: without a connection the page stays, with everything in it. Nothing is written
// on the phone: what was filled in is in the form and nowhere else. Without this script it is a plain form.

const BUSY = "Even geduld, het wordt verzonden.";
const NOT_YET = "Nog niet verzonden. Alles staat hier nog, en gaat mee zodra er verbinding is. Laat deze pagina open.";
const LATER = "Nog niet verzonden. Wat je invulde, staat hier nog. Probeer het zo opnieuw.";
const NOT_KNOWN = "Nog niet verzonden: deze telefoon is niet meer verbonden. Wat je invulde, staat hier nog. Vraag je coach om een nieuwe link.";
const PATIENCE = 20000;

const state = { unsent: false, sending: false, waiting: false };
const formHere = () => document.querySelector("form[data-stays]");

const say = (sentence) => {
  const line = document.querySelector("[data-sent]");
  if (line.textContent !== sentence) line.textContent = sentence;
};

// The answer is a page of ours: it takes the place of this one.
const show = async (answer, done) => {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector(".phone").replaceWith(page.querySelector(".phone"));
  document.title = page.title;
  history.replaceState(null, "", formHere() ? location.href : done);
  window.scrollTo(0, 0);
  const help = document.getElementById("help");
  if (help) help.tabIndex = -1;
  (help ?? document.querySelector('[aria-invalid="true"]') ?? document.querySelector("main")).focus();
};

const bodyOf = (form) => new URLSearchParams(new FormData(form));

const ask = (address, body) =>
  fetch(address, {
    method: "POST",
    body,
    headers: { "X-Stays": "1" },
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });

const take = async (form, answer) => {
  if (answer.ok) {
    await show(answer, form.dataset.stays);
    state.unsent = false;
  } else if (answer.status === 422) {
    await show(answer, form.dataset.stays);
  } else {
    say(answer.status === 404 ? NOT_KNOWN : LATER);
  }
};

const send = async (form) => {
  if (state.sending) return;
  Object.assign(state, { unsent: true, sending: true, waiting: false });
  say(BUSY);
  const answers = bodyOf(form);
  form.inert = true; // what is typed meanwhile would not go along
  try {
    await take(form, await ask(form.action, answers));
  } catch {
    state.waiting = true;
    say(navigator.onLine ? LATER : NOT_YET);
  } finally {
    state.sending = false;
    form.inert = false;
  }
};

document.addEventListener("submit", (event) => {
  if (event.target !== formHere()) return;
  event.preventDefault();
  send(event.target);
});

// What is changed after a try waits for a new tap on "Bewaar".
document.addEventListener("input", () => Object.assign(state, { unsent: true, waiting: false }));

window.addEventListener("online", () => {
  if (state.waiting && formHere()) send(formHere());
});

window.addEventListener("beforeunload", (event) => {
  if (state.unsent && formHere()) event.preventDefault();
});

// Help is never held up by a question: it opens beside what was not sent yet.
document.addEventListener("click", (event) => {
  const help = event.target.closest?.(".help");
  if (help && state.unsent && formHere()) Object.assign(help, { target: "_blank", rel: "noopener" });
});
