// Fields: characters left, chosen files, half a day told, and the summary of errors brought into view. Works on what htmx brings in, too.

function numberText(value) {
  return new Intl.NumberFormat(document.documentElement.lang, { useGrouping: true }).format(value).replace(/[.,\s]/g, "\u202f");
}

function countCharacters(area) {
  const words = document.getElementById(`${area.id}-count`);
  if (!words) return;
  const limit = Number(area.dataset.limit);
  const show = () => {
    words.textContent = `${numberText(area.value.length)} / ${numberText(limit)}`;
    words.classList.toggle("is-over", area.value.length > limit);
  };
  area.addEventListener("input", show);
  show();
}

function prepareUpload(zone) {
  const input = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector("[data-chosen]");
  if (!input || !chosen) return;
  zone.classList.add("is-ready");
  input.addEventListener("change", () => {
    chosen.textContent = Array.from(input.files, (file) => file.name).join(", ");
    zone.classList.toggle("has-file", input.files.length > 0);
  });
  for (const name of ["dragenter", "dragover"]) input.addEventListener(name, () => zone.classList.add("is-over"));
  for (const name of ["dragleave", "drop"]) input.addEventListener(name, () => zone.classList.remove("is-over"));
}

function prepare(root) {
  root.querySelectorAll("textarea[data-limit]").forEach(countCharacters);
  root.querySelectorAll("[data-upload]").forEach(prepareUpload);
  root.querySelector("[data-focus]")?.focus();
}

// What the browser cannot read of a day or a number it would send as nothing: said before anything is sent.
document.addEventListener("submit", (event) => {
  const wrong = [...event.target.elements].find((control) => control.validity?.badInput);
  if (!wrong) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  wrong.reportValidity();
}, true);

prepare(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) prepare(event.detail.elt);
});
