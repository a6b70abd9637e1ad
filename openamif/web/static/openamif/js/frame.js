// The frame: the menu on a phone, and the small panels that close when one leaves them.

const menu = document.querySelector("[data-menu]");
const button = document.querySelector("[data-menu-button]");

function setMenu(open) {
  menu.classList.toggle("is-open", open);
  document.body.classList.toggle("has-menu", open);
  button.setAttribute("aria-expanded", String(open));
}

if (menu && button) {
  button.setAttribute("role", "button");
  button.setAttribute("aria-controls", menu.id);
  setMenu(false);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    setMenu(!menu.classList.contains("is-open"));
    if (menu.classList.contains("is-open")) menu.querySelector("nav a")?.focus();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      button.click();
    }
  });
}

function closeDrops(except) {
  for (const drop of document.querySelectorAll("[data-drop][open]")) {
    if (drop !== except) drop.open = false;
  }
}

document.addEventListener("click", (event) => closeDrops(event.target.closest("[data-drop]")));
document.addEventListener("focusin", (event) => closeDrops(event.target.closest("[data-drop]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const drop = event.target.closest("[data-drop][open]");
  if (drop) {
    drop.open = false;
    drop.querySelector("summary").focus();
  } else if (menu?.classList.contains("is-open")) {
    setMenu(false);
    button.focus();
  }
});
