// Charts: the drawing made on the server becomes interactive when it comes into view. Vega runs on syntax trees, so that
// the page's policy need not allow evaluated code.

const loaded = new Map();

function script(address) {
  if (!loaded.has(address)) {
    loaded.set(
      address,
      new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.addEventListener("load", resolve);
        element.addEventListener("error", reject);
        document.head.append(element);
      }),
    );
  }
  return loaded.get(address);
}

async function enliven(figure) {
  for (const address of figure.dataset.scripts.split(" ")) await script(address);
  const given = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
  const drawing = figure.querySelector("[data-drawing]");
  const stage = document.createElement("div");
  stage.className = "chart-stage";
  drawing.after(stage);
  const made = await window.vegaEmbed(stage, given.spec, {
    mode: "vega-lite",
    renderer: "svg",
    ast: true,
    actions: false,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    formatLocale: given.numbers,
    timeFormatLocale: given.times,
  });
  stage.setAttribute("aria-hidden", "true");
  figure.classList.add("is-live");
  return made;
}

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    watcher.unobserve(entry.target);
    enliven(entry.target).catch(() => entry.target.querySelector(".chart-stage")?.remove());
  }
}, { rootMargin: "200px" });

function prepare(root) {
  root.querySelectorAll("[data-chart]").forEach((figure) => watcher.observe(figure));
}

prepare(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) prepare(event.detail.elt);
});
