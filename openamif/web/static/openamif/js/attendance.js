// Attendance: find somebody in the list, tick all or nobody, see how many are ticked; the page works without it.

const digits = (number) => new Intl.NumberFormat(document.documentElement.lang).format(number).replace(/[.,\s]/g, "\u202f");

function boxes(roll) {
  return [...roll.querySelectorAll("input[name=present]")];
}

// Whether the hours written are others than those recorded of this one.
function hasOtherHours(box, written) {
  const number = (words) => Number(words.trim().replace(",", "."));
  return box.checked && written.trim() !== "" && (box.dataset.recorded === "" || number(box.dataset.recorded) !== number(written));
}

function show(roll) {
  const all = boxes(roll);
  const count = roll.querySelector("[data-roll-count]");
  if (count) count.textContent = `${digits(all.filter((box) => box.checked).length)} / ${digits(all.length)}`;
  const reason = roll.querySelector("[data-roll-reason]");
  const [hours, given] = [roll.elements.hours.value, roll.elements.for_recorded?.checked];
  const isChanged = (box) => "recorded" in box.dataset && (!box.checked || hasOtherHours(box, hours));
  if (reason) reason.hidden = !given && !all.some(isChanged);
}

function find(roll, words) {
  const sought = words.trim().toLocaleLowerCase();
  let found = 0;
  for (const line of roll.querySelectorAll(".roll-list li")) {
    line.hidden = !line.querySelector(".roll-who").textContent.toLocaleLowerCase().includes(sought);
    found += line.hidden ? 0 : 1;
  }
  roll.querySelector("[data-roll-empty]").hidden = found > 0;
}

function prepare(roll) {
  if (!boxes(roll).length) return;
  for (const name of ["words", "all", "none"]) roll.querySelector(`[data-roll-${name}]`).hidden = false;
  roll.querySelector("[data-roll-words]").addEventListener("input", (event) => find(roll, event.target.value));
  roll.querySelector("[data-roll-words]").addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  for (const [name, ticked] of [["all", true], ["none", false]]) {
    roll.querySelector(`[data-roll-${name}]`).addEventListener("click", () => {
      for (const box of boxes(roll)) if (!box.closest("li").hidden && !("recorded" in box.dataset)) box.checked = ticked;
      roll.dispatchEvent(new Event("input"));
      show(roll);
    });
  }
  for (const name of ["change", "input"]) roll.addEventListener(name, () => show(roll));
  show(roll);
}

// What was ticked stays ticked where the connection or the site fails.
function tell(event) {
  const failed = event.target.querySelector?.("[data-roll-failed]");
  if (failed) failed.hidden = event.type === "htmx:beforeRequest";
  if (failed && !failed.hidden) failed.focus();
}

for (const name of ["beforeRequest", "sendError", "responseError"]) document.addEventListener(`htmx:${name}`, tell);
document.querySelectorAll("[data-roll]").forEach(prepare);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt.matches?.("[data-roll]")) prepare(event.detail.elt);
});
