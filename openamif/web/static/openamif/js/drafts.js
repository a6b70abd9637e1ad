// Drafts: what is written in a form and not saved yet outlives a lost connection, a log-in and the page, in this tab alone.
// A form says in data-draft what is saved of it, in data-draft-saved that it was taken though that is the same, and in data-draft-of what it is about where one page shows several things.
// Put back is what one changed, and nothing else; where a colleague saved meanwhile, with the mark of what one began on,
// so that the site tells what differs when it is sent.

// Ours, and how to reach a person: neither is kept.
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "contact_name", "contact_email", "contact_phone"]);
const BEGUN_ON = ["revision", "seen"];

function place(form) {
  const { pathname } = new URL(form.getAttribute("action") ?? "", location);
  return `draft:${pathname}:${form.dataset.draftOf ?? ""}`;
}

function written(form) {
  return [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name));
}

function begunOn(form) {
  return BEGUN_ON.map((name) => form.elements[name]).filter(Boolean);
}

function has(words, name, value) {
  return words.some((word) => word[0] === name && word[1] === value);
}

function said(words, name) {
  return words.find((word) => word[0] === name)?.[1];
}

// Whether it is another now than it was: its tick where it can be ticked, its text where not.
function isPutBack(control, before, after) {
  const { name, value, type } = control;
  if (type === "checkbox" || type === "radio") {
    if (has(before, name, value) === has(after, name, value) || control.checked === has(after, name, value)) return false;
    control.checked = !control.checked;
    return true;
  }
  const [was, is] = [said(before, name), said(after, name)];
  if (is === undefined || was === is || value === is) return false;
  control.value = is;
  return true;
}

function putBack(form, { saved, words }) {
  const again = [...form.elements].filter((control) => control.type !== "hidden" && isPutBack(control, saved, words));
  if (!again.length) return;
  for (const mark of begunOn(form)) mark.value = said(words, mark.name) ?? mark.value;
  for (const control of again) if (control.matches("textarea")) control.dispatchEvent(new Event("input"));
  form.dispatchEvent(new Event("change"));
  form.querySelector(".draft-told").hidden = false;
}

function prepare(form) {
  const on = form.dataset.draft;
  const isRefused = Boolean(form.querySelector("[data-refused]"));
  const draft = JSON.parse(sessionStorage.getItem(place(form)));
  const isSaved = draft?.isSent && (draft.on !== on || "draftSaved" in form.dataset) && !isRefused;
  const saved = draft && (draft.on === on || isRefused) ? draft.saved : written(form);
  const marks = begunOn(form).map((mark) => [mark, mark.value]);
  const keep = (isSent) => {
    sessionStorage.setItem(place(form), JSON.stringify({ on, saved, words: written(form), isSent }));
  };
  const forget = () => sessionStorage.removeItem(place(form));
  if (isSaved) forget();
  else if (draft) {
    if (!isRefused) putBack(form, draft);
    keep(false);
  }
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
  form.addEventListener("reset", () => {
    forget();
    for (const [mark, value] of marks) mark.value = value;
    form.querySelector(".draft-told").hidden = true;
  });
}

document.querySelectorAll("form[data-draft]").forEach(prepare);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt.matches?.("form[data-draft]")) prepare(event.detail.elt);
});
