// Fields: characters left, chosen files, and the summary of errors brought into view. Works on what htmx brings in, too.

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

prepare(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) prepare(event.detail.elt);
});
