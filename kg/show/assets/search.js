"use strict";
/* Finding names and headlines by typing either script: an input that drives a list. */

const MOST_FOUND = 12;

/* Names with all their forms folded, and headlines; made when the reader first searches. */
let searchable = null;

async function indexNames() {
  if (searchable) return searchable;
  const { aliases } = await unpacked("details");
  const names = page.names.map((name) => {
    const forms = [name.bn, name.en, ...(aliases[name.id] || [])].map(folded);
    return { id: name.id, forms, order: nodesById.get(name.id).rank };
  });
  names.sort((a, b) => a.order - b.order);
  const headlines = page.articles.map((article) => ({ article: article.id, forms: [folded(article.headline)] }));
  searchable = { names, headlines };
  return searchable;
}

/* Every word typed begins a word of one form; else, what was typed stands somewhere in one. */
function fits(forms, words, whole) {
  const begins = (form) => {
    const parts = form.split(/[\s-]+/);
    return words.every((wanted) => parts.some((part) => part.startsWith(wanted)));
  };
  return forms.some(begins) ? 2 : forms.some((form) => form.includes(whole)) ? 1 : 0;
}

async function matches(query) {
  const whole = folded(query.trim());
  if (!whole) return [];
  const { names, headlines } = await indexNames();
  const words = whole.split(/[\s-]+/);
  const graded = (items) => [2, 1].flatMap((grade) => items.filter((item) => fits(item.forms, words, whole) === grade));
  const found = graded(names).slice(0, MOST_FOUND);
  const room = Math.max(4, MOST_FOUND - found.length);
  return [...found, ...graded(headlines).slice(0, room)];
}

async function search() {
  const query = byId("search").value;
  const hits = await matches(query);
  if (query !== byId("search").value) return; // typed on meanwhile
  const rows = hits.map(foundRow);
  if (!rows.length) rows.push(element("li", { className: "quiet", role: "option", "aria-disabled": "true", textContent: word("page.nothing") }));
  byId("found").replaceChildren(...rows);
  byId("found").hidden = !query.trim();
  byId("search").setAttribute("aria-expanded", String(Boolean(query.trim())));
  point(hits.length ? 0 : -1);
}

function foundRow(hit, i) {
  const row = element("li", { role: "option", id: "found-" + i });
  if (hit.article) {
    const article = articlesById.get(hit.article);
    row.append(element("span", { className: "paper" }), element("bdi", { textContent: article.headline }));
    row.onclick = () => (closeSearch(), change({ article: hit.article, look: "text~" + hit.article, view: "" }));
    return row;
  }
  const other = state.language === "bn" ? "en" : "bn";
  row.append(sample(namesById.get(hit.id).type), element("bdi", { textContent: label(hit.id) }),
    element("span", { className: "quiet" }, element("bdi", { textContent: label(hit.id, other) })));
  row.onclick = () => (closeSearch(), chooseName(hit.id));
  return row;
}

function point(i) {
  const rows = [...byId("found").querySelectorAll("li[id]")];
  rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === i)));
  byId("search").setAttribute("aria-activedescendant", rows[i] ? rows[i].id : "");
  if (rows[i]) rows[i].scrollIntoView({ block: "nearest" });
}

function closeSearch() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function searchKeys(press) {
  const rows = [...byId("found").querySelectorAll("li[id]")];
  const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  if (press.key === "ArrowDown") point(Math.min(at + 1, rows.length - 1));
  else if (press.key === "ArrowUp") point(Math.max(at - 1, 0));
  else if (press.key === "Enter" && rows[at]) rows[at].click();
  else if (press.key === "Escape") closeSearch();
  else return;
  press.preventDefault();
  press.stopPropagation();
}
