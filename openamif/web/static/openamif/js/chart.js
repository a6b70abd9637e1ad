// Charts: the drawing made on the server becomes interactive when it comes into view. Vega runs on syntax trees, so that
// the page's policy need not allow evaluated code.

const NARROW = 480;
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

// On a phone the words beside the bars take less than half of the width, and the legend stands in one column.
function fitted(text, width) {
  if (width >= NARROW) return JSON.parse(text);
  return JSON.parse(text, (key, value) => {
    if (key === "labelLimit") return Math.min(value, Math.round(width * 0.45));
    return key === "legend" && value ? { ...value, columns: 1, labelLimit: Math.round(width * 0.4) } : value;
  });
}

async function enliven(figure) {
  for (const address of figure.dataset.scripts.split(" ")) await script(address);
  const given = fitted(document.getElementById(figure.dataset.chart).textContent, figure.clientWidth);
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
