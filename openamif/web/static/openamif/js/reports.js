// A report as it is written: what is not saved yet is said, not left behind unawares, and put back in this tab.
// Put back with the revision it was written on, so that what a colleague wrote meanwhile is told and not written over.

const unsaved = new Set();

function say(form, words) {
  let line = form.querySelector(".text-problem");
  if (!words) {
    line?.remove();
    return;
  }
  if (!line) {
    line = document.createElement("p");
    line.className = "text-problem";
    line.setAttribute("role", "alert");
    form.append(line);
  }
  line.textContent = words;
}

function textForm(event) {
  return event.target.closest?.(".report-text");
}

function keep(form) {
  unsaved.add(form);
  form.classList.add("is-dirty");
  sessionStorage.setItem(form.action, JSON.stringify([form.elements.text.value, form.elements.revision.value]));
}

function forget(form) {
  unsaved.delete(form);
  form.classList.remove("is-dirty");
  sessionStorage.removeItem(form.action);
}

document.addEventListener("input", (event) => {
  const form = textForm(event);
  if (form) keep(form);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = textForm(event);
  if (!form) return;
  if (event.detail.successful) {
    if (!event.detail.xhr.responseText.includes("is-conflict")) {
      // What was typed while this was on its way is not saved yet.
      const isAllSent = event.detail.requestConfig.formData.get("text") === form.elements.text.value;
      (isAllSent ? forget : keep)(form);
    }
    say(form, "");
  } else {
    say(form, form.dataset.failed);
  }
});
document.addEventListener("click", (event) => {
  const form = event.target.closest?.(".is-conflict a") && textForm(event);
  if (form) forget(form);
});
// Once the page is whole: what is put back is saved as if it were typed now.
window.addEventListener("load", () => document.querySelectorAll(".report-text").forEach(putBack));
function putBack(form) {
  const [text, revision] = JSON.parse(sessionStorage.getItem(form.action)) ?? [];
  if (text === undefined || text === form.elements.text.value) return;
  form.elements.text.value = text;
  form.elements.revision.value = revision;
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
}
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});
