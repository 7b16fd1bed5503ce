// Passkeys: asks the browser for one and sends its answer along with the form. No library, nothing inline.
// <form data-passkey="get|create" data-options='{"publicKey": …}'> or data-options-from="/address".

const REFUSED = "Er kwam geen antwoord van je toestel. Probeer het opnieuw, of kies een andere manier.";
const UNABLE = "Deze browser kent geen toegangssleutels. Kies een andere manier.";

const toBytes = (text) => {
  const base = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base), (letter) => letter.charCodeAt(0)).buffer;
};

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const withBytes = (list) => list?.map((each) => ({ ...each, id: toBytes(each.id) }));

const readCreation = ({ publicKey }) => ({
  publicKey: {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
    excludeCredentials: withBytes(publicKey.excludeCredentials),
  },
});

const readRequest = ({ publicKey }) => ({
  publicKey: {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    allowCredentials: withBytes(publicKey.allowCredentials),
  },
});

const RESPONSE = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

const write = (credential) => {
  const response = {};
  for (const name of RESPONSE) if (credential.response[name]) response[name] = toText(credential.response[name]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
};

const optionsOf = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
};

// A key that signs in alone must be found and must know its owner.
const alone = (options, form) => {
  const chosen = form.elements.passwordless?.checked ?? false;
  const selection = (options.publicKey.authenticatorSelection ??= {});
  selection.residentKey = chosen ? "required" : "discouraged";
  selection.requireResidentKey = chosen;
  if (chosen) selection.userVerification = "required";
  return options;
};

const ask = async (form) => {
  const options = await optionsOf(form);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create(readCreation(alone(options, form)))
    : navigator.credentials.get(readRequest(options));
};

const complain = (form, sentence) => {
  const line = form.querySelector("[data-mend]");
  line.textContent = sentence;
  line.hidden = false;
};

const send = async (event) => {
  const form = event.currentTarget;
  event.preventDefault();
  if (!window.PublicKeyCredential) return complain(form, UNABLE);
  try {
    form.elements.credential.value = write(await ask(form));
  } catch {
    return complain(form, REFUSED);
  }
  form.submit();
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", send);
  if (window.PublicKeyCredential) form.hidden = false;
}
