"use strict";
/* The column of filters, which is also the legend, and the chips that say what is chosen. */

/* A list of check boxes; what is unchecked is put into `state[hidden]`. */
function boxes(place, rows, hidden, prefix, picture) {
  byId(place).replaceChildren(...rows.map((row) => checkbox(row, hidden, prefix, picture)));
}

function checkbox({ key, count, below = [], inner = false }, hidden, prefix, picture) {
  const keys = below.length ? below : [key];
  const off = keys.filter((k) => state[hidden].includes(k)).length;
  const box = element("input", { type: "checkbox", checked: off < keys.length, indeterminate: off > 0 && off < keys.length,
    "data-key": below.length ? "root-" + key : key });
  box.onchange = () => {
    const others = state[hidden].filter((k) => !keys.includes(k));
    change({ [hidden]: box.checked ? others : [...others, ...keys].sort() });
  };
  const text = element("span", { textContent: word(prefix + key) });
  const counter = element("span", { className: "count", textContent: number(count) });
  return element("label", { className: inner ? "inner" : "" }, box, picture ? picture(key) : "", text, counter);
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

/* PLOVER's types with ours under them; a type with one class only is that class. */
function kindRows() {
  const counts = counted(page.events.map((event) => event.type));
  const roots = new Map();
  for (const [kind, root] of page.roots) {
    if (counts.has(kind)) roots.set(root, [...(roots.get(root) || []), kind]);
  }
  return [...roots].flatMap(([root, kinds]) => {
    if (kinds.length === 1) return [{ key: kinds[0], count: counts.get(kinds[0]) }];
    const all = kinds.reduce((sum, kind) => sum + counts.get(kind), 0);
    return [{ key: root, count: all, below: kinds }, ...kinds.map((key) => ({ key, count: counts.get(key), inner: true }))];
  });
}

function drawFilters() {
  const rows = (keys, counts) => keys.filter((key) => counts.has(key)).map((key) => ({ key, count: counts.get(key) }));
  const types = counted(given.nodes.map((node) => node.kind));
  const statuses = counted(page.events.map((event) => event.status));
  boxes("types", rows(page.types, types), "types", "type.", sample);
  boxes("statuses", rows(page.statuses, statuses), "statuses", "status.", strokeSample);
  boxes("kinds", kindRows(), "kinds", "event.");
  drawSources();
  drawCommunities();
  for (const key of ["standing", "alone", "differ", "halo"]) byId(key).checked = state[key];
  byId("confidence").value = state.confidence;
  byId("limit").textContent = number(state.confidence);
}

function option(value, textContent) {
  return element("option", { value, textContent });
}

/* Of thousands of articles the list would be of no use: they are found by searching. */
function drawSources() {
  const publishers = [...new Set(page.articles.map((article) => article.publisher).filter(Boolean))].sort();
  byId("source").replaceChildren(option("", word("page.all_sources")), ...publishers.map((name) => option(name, name)));
  byId("source").value = state.source;
  byId("source").parentElement.hidden = publishers.length < 2;
  const fitting = page.articles.filter((article) => !state.source || article.publisher === state.source);
  const listed = fitting.length > 300 ? fitting.filter((article) => article.id === state.article) : fitting;
  const all = word(listed.length < fitting.length ? "page.search_articles" : "page.all_articles");
  byId("article").replaceChildren(option("", all), ...listed.map((article) => option(article.id, article.headline)));
  byId("article").value = state.article;
}

function drawCommunities() {
  const rows = page.communities.slice(0, 8).map((group, i) => {
    const swatch = element("span", { className: "tint" });
    swatch.style.background = TINTS[i % TINTS.length];
    const row = button("", () => change({ community: state.community === String(i) ? "" : String(i), focus: "", path: "", view: "" }), "group");
    row.setAttribute("aria-pressed", String(state.community === String(i)));
    row.append(swatch, element("span", { textContent: group.slice(0, 2).map((id) => label(id)).join(", ") }),
      element("span", { className: "count", textContent: number(group.length) }));
    return row;
  });
  byId("communities").replaceChildren(...rows);
  byId("communities").parentElement.hidden = !rows.length;
}

/* ------------------------------------------------------------ chips */
function chip(text, changes, ...more) {
  const away = button("×", () => change({ ...changes, view: "" }));
  away.setAttribute("aria-label", word("page.take_away") + ": " + text);
  return element("li", { className: "chip" }, element("bdi", { textContent: text }), ...more, away);
}

function drawChips() {
  const chips = [];
  const [from, to] = state.path.split("~");
  if (namesById.has(from)) {
    const end = namesById.has(to) ? label(to) : word("page.choose_second");
    chips.push(chip(word("page.path") + ": " + label(from) + " → " + end, { path: "" }));
  } else if (namesById.has(state.focus)) chips.push(focusChip());
  else if (page.communities[state.community]) {
    chips.push(chip(word("page.community") + ": " + label(page.communities[state.community][0]), { community: "" }));
  }
  if (articlesById.has(state.article)) chips.push(chip(word("page.article") + ": " + articlesById.get(state.article).headline, { article: "" }));
  if (state.from || state.to) chips.push(chip(timeText(), { from: "", to: "" }));
  if (shown.capped) {
    const text = word("page.capped", { n: number(shown.nodes.size), total: number(shown.names) });
    chips.push(element("li", { className: "chip", id: "capped" }, text, button(word("page.show_all"), () => change({ all: true, view: "" }))));
  } else if (state.all) chips.push(chip(word("page.all_shown", { n: number(shown.nodes.size) }), { all: false }));
  if (!shown.nodes.size) chips.push(element("li", { className: "chip", textContent: word(state.path ? "page.no_path" : "page.no_events") }));
  byId("chips").replaceChildren(...chips);
}

function focusChip() {
  const steps = [1, 2].map((n) => {
    const step = button(word("page.steps", { n: number(n) }), () => change({ steps: n, view: "" }));
    step.setAttribute("aria-pressed", String(state.steps === n));
    return step;
  });
  return chip(word("page.focus") + ": " + label(state.focus), { focus: "", steps: 1 }, ...steps);
}

function timeText() {
  if (state.from && state.to) return dates(state.from, state.to);
  return word(state.from ? "page.since" : "page.until", { day: dates(state.from || state.to) });
}

function listenFilters() {
  byId("confidence").oninput = (event) => change({ confidence: Number(event.target.value) }, true);
  byId("article").onchange = (event) => change({ article: event.target.value });
  byId("source").onchange = (event) => change({ source: event.target.value, article: "" });
  for (const key of ["standing", "alone", "differ", "halo"]) {
    byId(key).onchange = (event) => change({ [key]: event.target.checked });
  }
  byId("reset").onclick = () => change({ ...initial(), language: state.language });
}
