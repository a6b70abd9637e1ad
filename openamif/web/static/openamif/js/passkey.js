// passkey: adds a key to an account, and shows a key at the door. A form with data-passkey is revealed where the browser
// can do it; its options stand in a JSON block named by data-options, or are fetched from the form's address (login).

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function added(form, { publicKey }) {
  const alone = form.elements.passwordless?.checked ?? false;
  const selection = { ...publicKey.authenticatorSelection, residentKey: alone ? "required" : "discouraged", requireResidentKey: alone };
  if (alone) selection.userVerification = "required";
  const key = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
      authenticatorSelection: selection,
    },
  });
  return {
    ...common(key),
    response: {
      clientDataJSON: text(key.response.clientDataJSON),
      attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports?.() ?? [],
    },
  };
}

async function shown({ publicKey }) {
  const key = await navigator.credentials.get({
    publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: known(publicKey.allowCredentials) },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = key.response;
  return {
    ...common(key),
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    },
  };
}

const common = (key) => ({
  type: key.type,
  id: key.id,
  rawId: text(key.rawId),
  authenticatorAttachment: key.authenticatorAttachment ?? null,
  clientExtensionResults: key.getClientExtensionResults(),
});

async function ask(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  const button = form.querySelector("button");
  trouble.hidden = true;
  button.disabled = true;
  try {
    const options = await optionsOf(form);
    const key = form.dataset.passkey === "add" ? await added(form, options.creation_options) : await shown(options.request_options);
    form.elements.credential.value = JSON.stringify(key);
    form.submit();
  } catch {
    trouble.hidden = false;
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
}
