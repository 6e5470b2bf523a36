"use strict";
/* Puts the parts together: whatever is chosen, everything is drawn anew from it. */

function refresh() {
  const focused = document.activeElement && document.activeElement.dataset.key;
  if (translated !== state.language) translate();
  shown = sieve();
  redraw();
  drawFilters();
  drawChips();
  drawTimeline();
  drawMap();
  drawCounts();
  drawPanel();
  const again = focused && document.querySelector('[data-key="' + CSS.escape(focused) + '"]');
  if (again) again.focus();
}

function drawCounts() {
  let claims = 0;
  for (const passing of shown.claims.values()) claims += passing.length;
  byId("hidden").textContent = shown.hidden
    ? word("page.hidden", { n: number(shown.hidden), limit: number(state.confidence) })
    : word("page.none_hidden");
  byId("counts").textContent = word("page.counts", {
    articles: number(page.articles.length),
    nodes: number(shown.nodes.size),
    events: number(shown.claims.size),
    claims: number(claims),
  });
}

let translated = "";

function translate() {
  translated = state.language;
  document.documentElement.lang = state.language;
  for (const part of document.querySelectorAll("[data-word]")) part.textContent = word(part.dataset.word);
  for (const part of document.querySelectorAll("[data-name]")) part.setAttribute("aria-label", word(part.dataset.name));
  for (const part of document.querySelectorAll("[data-place]")) part.placeholder = word(part.dataset.place);
  byId("title").textContent = page.title || word("page.title");
  document.title = byId("title").textContent;
}

function listen() {
  byId("language").onclick = () => change({ language: state.language === "bn" ? "en" : "bn" });
  byId("search").oninput = search;
  document.addEventListener("click", (click) => click.target.closest("#finder") || closeSearch());
  byId("fit").onclick = wholePicture;
  byId("zoom-in").onclick = () => zoom(1.3);
  byId("zoom-out").onclick = () => zoom(0.77);
  byId("show-filters").onclick = () => {
    const open = byId("filters").classList.toggle("open");
    byId("show-filters").setAttribute("aria-expanded", String(open));
  };
  listenFilters();
  listenTimeline();
  listenMap();
  listenKeys();
  watchAddress();
}

/* The canvas draws with the font only when it is there. */
function fonts() {
  return Promise.all(['17px "Barta"', '600 17px "Barta"'].map((font) => document.fonts.load(font, "ক")));
}

async function start() {
  if (!window.DecompressionStream) throw new Error("DecompressionStream");
  await Promise.all([readCore(), fonts()]);
  Object.assign(state, fromAddress(location.hash));
  translate(); // first: what is written around the picture decides its size
  drawPicture();
  listen();
  refresh();
  document.body.dataset.ready = "yes";
  drawWorld();
  window.addEventListener("resize", () => (drawTimeline(), drawMap()));
}

window.barta = {
  change,
  state: () => structuredClone(state),
  shown: () => shown,
  written: () => written,
  spots: () => spots,
  network: () => network,
};
start().catch((error) => {
  byId("failed").hidden = false;
  throw error;
});
