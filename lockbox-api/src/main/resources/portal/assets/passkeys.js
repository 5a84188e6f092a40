'use strict';

// Has a passkey sign what a form says, before the form is sent. What is signed is made here, of what the form holds, and not asked of
// anybody; its layout is that of docs/signatures.md. Without this a form is sent unsigned, and refused where a signature is asked for.

const base64Url = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

const sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes);

const hex = (buffer) => [...new Uint8Array(buffer)].map((one) => one.toString(16).padStart(2, '0')).join('');

const credential = (id) => ({ type: 'public-key', id: bytesOf(id) });

/** Texts, each in UTF-8 behind the number of its bytes: four, the highest first. */
function payload(texts) {
  const all = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(all.reduce((length, text) => length + 4 + text.length, 0));
  let at = 0;
  for (const text of all) {
    new DataView(bytes.buffer).setUint32(at, text.length);
    bytes.set(text, at + 4);
    at += 4 + text.length;
  }
  return bytes;
}

/** Each word once, in the order of their letters; commas are spaces. */
function words(text) {
  return [...new Set(text.split(/[,\s]+/).filter((one) => one))].sort();
}

function counted(texts) {
  return [String(texts.length), ...texts];
}

function countedOrAny(texts) {
  return texts.length === 0 ? ['any'] : counted(texts);
}

/** What a yes says: all that the form leaves as it was asked for is not named. */
class Yes {
  #form;

  constructor(form) {
    this.#form = form;
  }

  texts(key) {
    const { tenant, request, digest, person } = this.#form.dataset;
    return [
      'lockbox-decision-v1',
      tenant,
      request,
      digest,
      'APPROVE',
      this.#form.elements.decisionId.value,
      this.#form.elements.ifVersion.value,
      person,
      key,
      ...this.#less('actions'),
      ...this.#less('resources'),
      this.#form.elements.accessFor.selectedOptions[0].dataset.millis,
      ...this.#conditions(),
    ];
  }

  #less(name) {
    const all = [...this.#form.querySelectorAll(`input[name=${name}]`)];
    const chosen = all.filter((one) => one.checked);
    return chosen.length === all.length ? ['0'] : [String(chosen.length), ...chosen.map((one) => one.value)];
  }

  #conditions() {
    const { REDACT, RECORD, singleUse, excluded, channels, countries } = this.#form.elements;
    const demanded = [
      ...counted([REDACT, RECORD].filter((one) => one.checked).map((one) => one.name)),
      ...counted(words(excluded.value)),
      ...countedOrAny(words(channels.value)),
      ...countedOrAny(words(countries.value.toUpperCase())),
      String(singleUse.checked),
    ];
    return demanded.join() === '0,0,any,any,false' ? [] : ['conditions', ...demanded];
  }
}

/** Leaves in the form what the passkey says to these texts. */
async function sign(form, texts, id, relyingParty) {
  const said = await navigator.credentials.get({
    publicKey: {
      challenge: await sha256(payload(texts)),
      rpId: relyingParty,
      allowCredentials: [credential(id)],
      userVerification: 'required',
    },
  });
  form.elements.signature.value = base64Url(said.response.signature);
  form.elements.authenticatorData.value = base64Url(said.response.authenticatorData);
  form.elements.clientData.value = base64Url(said.response.clientDataJSON);
}

async function signYes(form) {
  const { value: key, dataset: passkey } = form.elements.key.selectedOptions[0];
  if (passkey.origin !== location.origin) {
    throw new Error(`this passkey was made at ${passkey.origin}, and signs for no other page`);
  }
  await sign(form, new Yes(form).texts(key), passkey.credential, passkey.relyingParty);
}

async function make(form) {
  const { tenant, person, held = '' } = form.dataset;
  return navigator.credentials.create({
    publicKey: {
      // Nobody looks at what is said of the making; that it can sign is shown by signing.
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { id: location.hostname, name: 'Lockbox' },
      user: { id: await sha256(payload([tenant, person])), name: person, displayName: person },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      excludeCredentials: held.split(' ').filter((one) => one).map(credential),
      authenticatorSelection: { userVerification: 'required' },
      attestation: 'none',
    },
  });
}

async function registerKey(form) {
  const made = await make(form);
  const spki = made.response.getPublicKey();
  const { tenant, person } = form.dataset;
  const fields = form.elements;
  fields.key.value = hex(await sha256(spki));
  fields.spki.value = base64Url(spki);
  fields.relyingParty.value = location.hostname;
  fields.origin.value = location.origin;
  fields.credential.value = base64Url(made.rawId);
  const texts = [
    'lockbox-key-v1',
    tenant,
    person,
    fields.decisionId.value,
    'PASSKEY',
    fields.spki.value,
    fields.relyingParty.value,
    fields.origin.value,
    fields.credential.value,
  ];
  await sign(form, texts, fields.credential.value, fields.relyingParty.value);
}

const SIGNING = { decision: signYes, key: registerKey };

/** By this and no other button of it the form is sent as it is signed. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  const signing = SIGNING[form.dataset.signs];
  if (!signing || event.submitter?.hasAttribute('formaction')) {
    return;
  }
  event.preventDefault();
  const told = form.querySelector('[role=alert]');
  told.textContent = '';
  signing(form).then(
    () => form.submit(),
    (failed) => {
      told.textContent = `Nothing was signed, and nothing was sent: ${failed.message}`;
    },
  );
});
