"use strict";
/* Search, filters, language, and what happens when the reader points at something. */

const byId = (id) => document.getElementById(id);

function selectNode(id) {
  reveal(id);
  open({ draw: () => nodePanel(id), select: () => network.selectNodes([id]) });
}

/* `id` is a line of the picture or an event. */
function selectEdge(id) {
  const line = given.edges.find((edge) => edge.id === id);
  const chosenLine = line || given.edges.find((edge) => edge.events.includes(id));
  if (chosenLine && shown.edges.has(chosenLine.id)) network.selectEdges([chosenLine.id]);
  if (line && line.kind === "standing") return open({ draw: () => relationPanel(line) });
  const events = line ? line.events : [id];
  const visible = events.filter((event) => shown.claims.has(event));
  return open({ draw: () => eventPanel(visible.length ? visible : events) });
}

function relationPanel(line) {
  return [element("h2", { textContent: word(line.term) }), ...relationsOf(line.from)];
}

/* ------------------------------------------------------------ search */
function matches(query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  const found = [];
  for (const entity of Object.values(page.entities)) {
    const forms = [entity.label_bn, entity.label_en, ...(entity.aliases || [])].map(folded);
    if (!forms.some((form) => form.includes(wanted))) continue;
    const begins = forms.some((form) => form.split(/[\s-]+/).some((part) => part.startsWith(wanted)));
    found.push({ entity, order: (begins ? 0 : 1e9) + nodesById.get(entity.id).rank });
  }
  return found.sort((a, b) => a.order - b.order).slice(0, 12).map((hit) => hit.entity);
}

function search() {
  const query = byId("search").value;
  const list = byId("found");
  const hits = matches(query).map((entity) => {
    const choose = () => {
      list.hidden = true;
      selectNode(entity.id);
    };
    const other = language === "bn" ? entity.label_en : entity.label_bn;
    const row = button("", choose);
    row.append(sample(entity.type), element("bdi", { textContent: label(entity.id) }),
      element("span", { className: "quiet" }, " ", element("bdi", { textContent: other })));
    return element("li", {}, row);
  });
  if (!hits.length) hits.push(element("li", { className: "quiet", textContent: word("page.nothing") }));
  list.hidden = !query.trim();
  list.replaceChildren(...hits);
}

/* ------------------------------------------------------------ filters */
function sample(type) {
  const made = element("span", { className: "sample " + page.nodeStyle[type].shape });
  made.style.color = page.nodeStyle[type].color;
  return made;
}

function strokeSample(status) {
  const stroke = page.strokes[status] || {};
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  svg.setAttribute("class", "stroke");
  const ends = { x1: 0, y1: 5, x2: 34, y2: 5, stroke: stroke.color, "stroke-width": 3 };
  for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value);
  line.setAttribute("stroke-dasharray", (stroke.dashes || []).join(" "));
  svg.append(line);
  return svg;
}

/* A list of check boxes; what is unchecked is put into `hidden`. */
function boxes(place, keys, hidden, prefix, picture) {
  const rows = keys.map(([key, count]) => {
    const box = element("input", { type: "checkbox", checked: !hidden.has(key), "data-key": key });
    box.onchange = () => {
      if (box.checked) hidden.delete(key);
      else hidden.add(key);
      refresh();
    };
    const text = element("span", { textContent: word(prefix + key) });
    const number_ = element("span", { className: "count", textContent: number(count) });
    return element("label", {}, box, picture ? picture(key) : "", text, number_);
  });
  byId(place).replaceChildren(...rows);
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function drawFilters() {
  const events = Object.values(page.events);
  const order = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const inOrder = (keys, counts) => keys.filter((k) => counts.has(k)).map((k) => [k, counts.get(k)]);
  const types = counted(given.nodes.map((node) => node.kind));
  const statuses = counted(events.map((event) => event.status));
  boxes("types", inOrder(page.types, types), chosen.types, "type.", sample);
  boxes("statuses", inOrder(page.statuses, statuses), chosen.statuses, "status.", strokeSample);
  boxes("kinds", order(counted(events.map((event) => event.type))), chosen.kinds, "event.");
  const all = element("option", { value: "", textContent: word("page.all_articles") });
  const options = Object.values(page.articles).map((article) =>
    element("option", { value: article.id, textContent: article.headline })
  );
  byId("article").replaceChildren(all, ...options);
  byId("article").value = chosen.article;
}

/* ------------------------------------------------------------ everything together */
function refresh() {
  redraw();
  byId("limit").textContent = number(chosen.confidence);
  byId("hidden").textContent = shown.hidden
    ? word("page.hidden", { n: number(shown.hidden), limit: number(chosen.confidence) })
    : word("page.none_hidden");
  byId("capped").hidden = chosen.limit >= given.nodes.length;
  byId("capped-text").textContent = word("page.capped", { n: number(chosen.limit), total: number(given.nodes.length) });
  const claims = [...shown.claims.values()].reduce((sum, list) => sum + list.length, 0);
  byId("counts").textContent = word("page.counts", {
    articles: number(Object.keys(page.articles).length),
    nodes: number(shown.nodes.size),
    events: number(shown.claims.size),
    claims: number(claims),
  });
  show();
}

function translate() {
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll("[data-word]")) part.textContent = word(part.dataset.word);
  for (const part of document.querySelectorAll("[data-name]")) part.setAttribute("aria-label", word(part.dataset.name));
  for (const part of document.querySelectorAll("[data-place]")) part.placeholder = word(part.dataset.place);
  byId("title").textContent = given.title || word("page.title");
  document.title = byId("title").textContent;
  drawFilters();
  refresh();
}

function listen() {
  byId("language").onclick = () => {
    language = language === "bn" ? "en" : "bn";
    translate();
  };
  byId("search").oninput = search;
  byId("search").onkeydown = (press) => {
    if (press.key === "Escape") byId("found").hidden = true;
    const first = byId("found").querySelector("button");
    if (press.key === "Enter" && first) first.click();
  };
  byId("confidence").oninput = (event) => {
    chosen.confidence = Number(event.target.value);
    refresh();
  };
  byId("article").onchange = (event) => {
    chosen.article = event.target.value;
    refresh();
  };
  byId("standing").onchange = (event) => {
    chosen.standing = event.target.checked;
    refresh();
  };
  byId("alone").onchange = (event) => {
    chosen.alone = event.target.checked;
    refresh();
  };
  byId("show-all").onclick = () => {
    chosen.limit = given.nodes.length;
    refresh();
    fit();
  };
  byId("fit").onclick = fit;
}

/* The canvas draws with the font only when it is there. */
async function start() {
  await Promise.all([document.fonts.load('17px "Barta"', "ক"), document.fonts.load('600 17px "Barta"', "ক")]);
  byId("confidence").value = chosen.confidence;
  listen();
  translate(); // first: what is written around the picture decides its size
  drawPicture(({ node, edge }) => {
    byId("found").hidden = true;
    if (node) selectNode(node);
    else if (edge) selectEdge(edge);
    else if (views.length) {
      views.splice(0);
      show();
    }
  });
  document.body.dataset.ready = "yes";
}

window.barta = { selectNode, selectEdge, network: () => network, shown: () => shown };
start();
