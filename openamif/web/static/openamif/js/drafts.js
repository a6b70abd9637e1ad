// Drafts: what is written in a form and not saved yet outlives a lost connection, a log-in and the page, in this tab alone.
// A form says in data-draft what is saved of it; once that is another, the draft has been saved or is out of date.

// data-draft-of names what a form is about, where one page shows several things.

// Ours, and how to reach a person: neither is kept.
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "seen", "contact_name", "contact_email", "contact_phone"]);

function place(form) {
  return `draft:${location.pathname}:${form.dataset.draftOf ?? ""}`;
}

function written(form) {
  return [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name));
}

function keep(form) {
  sessionStorage.setItem(place(form), JSON.stringify({ saved: form.dataset.draft, words: written(form) }));
}

function putBack(form) {
  const draft = JSON.parse(sessionStorage.getItem(place(form)));
  if (!draft) return;
  if (draft.saved !== form.dataset.draft) sessionStorage.removeItem(place(form));
  else if (JSON.stringify(draft.words) !== JSON.stringify(written(form))) {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    for (const box of boxes) box.checked = draft.words.some(([name, value]) => name === box.name && value === box.value);
    for (const [name, value] of draft.words) if (!boxes.some((box) => box.name === name)) form.elements[name].value = value;
    form.querySelectorAll("textarea").forEach((area) => area.dispatchEvent(new Event("input")));
    form.dispatchEvent(new Event("change"));
    form.querySelector(".draft-told").hidden = false;
  }
}

function prepare(form) {
  putBack(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("reset", () => {
    sessionStorage.removeItem(place(form));
    form.querySelector(".draft-told").hidden = true;
  });
}

document.querySelectorAll("form[data-draft]").forEach(prepare);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt.matches?.("form[data-draft]")) prepare(event.detail.elt);
});
