"use strict";
/* Reads the compressed parts of the page, each once, when it is first needed. */

const packs = new Map();

/* A promise of what is in the part with this name. */
function unpacked(name) {
  if (!packs.has(name)) packs.set(name, inflate(document.getElementById("pack-" + name).textContent));
  return packs.get(name);
}

async function inflate(text) {
  const bytes = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(text)
    : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/* What the first picture needs; the names of the parts are those of the template. */
const page = {};
const given = {};
const nodesById = new Map();
const namesById = new Map();
const eventsById = new Map();
const articlesById = new Map();

async function readCore() {
  const [core, nodes, edges] = await Promise.all(["core", "nodes", "edges"].map(unpacked));
  Object.assign(page, core);
  Object.assign(given, { nodes, edges });
  nodes.forEach((node) => nodesById.set(node.id, node));
  page.names.forEach((name) => namesById.set(name.id, name));
  page.events.forEach((event) => eventsById.set(event.id, event));
  page.articles.forEach((article, i) => articlesById.set(article.id, { ...article, index: i }));
  given.options = JSON.parse(document.getElementById("options").textContent);
}

/* The text of an article, with its mentions; its pack holds that of its neighbours, too. */
async function textOf(id) {
  const index = articlesById.get(id).index;
  const texts = await unpacked("texts-" + Math.floor(index / page.together));
  return texts[index % page.together];
}

/* The claims of an event with what the core and the details know of them. */
async function claimsOf(id) {
  const details = await unpacked("details");
  return details.claims[id].map((claim, i) => ({ ...claim, index: i, confidence: eventsById.get(id).claims[i][1] }));
}
