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

// What was just done is told where the address leads: at the head of the page it would be out of sight.
const told = document.querySelector(".messages");
const place = location.hash && document.getElementById(location.hash.slice(1));
if (told && place) {
  place.before(told);
  window.addEventListener("load", () => told.scrollIntoView());
}

function closeDrops(except) {
  for (const drop of document.querySelectorAll("[data-drop][open]")) {
    if (drop !== except) drop.open = false;
  }
}

// What was written and not saved is for whoever wrote it, not for whoever logs in after her; once entered, it is gone.
const { person } = document.body.dataset;
if (person && sessionStorage.getItem("person") !== person) {
  sessionStorage.clear();
  sessionStorage.setItem("person", person);
}
for (const { dataset } of document.querySelectorAll("[data-draft-done]")) {
  const done = Object.keys(sessionStorage).filter((key) => key.startsWith(`draft:${dataset.draftDone}:`));
  for (const key of done) sessionStorage.removeItem(key);
}
document.addEventListener("submit", (event) => {
  if (event.target.closest("[data-leave]")) sessionStorage.clear();
});

// What is on its way is not sent once more by a second press; after a while, or when one comes back, it can be.
const ON_ITS_WAY = 10_000;
let sent = new WeakMap();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.timeStamp - sent.get(event.target) < ON_ITS_WAY) event.preventDefault();
  else sent.set(event.target, event.timeStamp);
});
window.addEventListener("pageshow", () => { sent = new WeakMap(); });

// An answer that came from elsewhere, as when the log-in ran out, is no part of this page: the page is asked for again,
// without a warning, since what is not saved is kept.
let isKept = false;
window.addEventListener("beforeunload", (event) => isKept && event.stopImmediatePropagation());
document.addEventListener("htmx:beforeSwap", (event) => {
  const { pathInfo, xhr } = event.detail;
  const [asked, came] = [pathInfo.finalRequestPath, xhr.responseURL].map((url) => new URL(url, location).pathname);
  if (!xhr.responseURL || asked === came) return;
  Object.assign(event.detail, { shouldSwap: false, isError: true });
  isKept = true;
  location.reload();
});

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
