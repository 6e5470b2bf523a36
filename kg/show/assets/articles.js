"use strict";
/* The panel of an article: its text with every name marked, and the sentence cited. */

async function articlePanel(id, span) {
  const article = articlesById.get(id);
  const text = await textOf(id);
  const own = state.article === id ? "" : button(word("page.only_article"), () => change({ article: id, view: "" }));
  return [
    element("h2", {}, element("bdi", { textContent: article.headline })),
    element("p", { className: "quiet", textContent: aboutArticle(article) }),
    text.source ? element("p", { className: "quiet source" }, element("bdi", { textContent: text.source })) : "",
    element("p", { className: "tools" }, own),
    text.whole ? "" : element("p", { className: "quiet", textContent: word("page.excerpt") }),
    text.parts.map((part) => paragraph(text, part, span)),
  ];
}

function paragraph(text, [begin, letters], span) {
  const end = begin + codePoints(letters).length;
  if (!span || span[0] < begin || span[1] > end) return element("div", { className: "text", lang: "bn" }, marked(text, begin, end));
  const cited = element("mark", { className: "cited" }, marked(text, span[0], span[1]));
  return element("div", { className: "text", lang: "bn" }, marked(text, begin, span[0]), cited, marked(text, span[1], end));
}

/* Offsets count code points; JavaScript's strings count UTF-16 units. */
function codePoints(text) {
  return Array.from(text);
}

function piece(text, begin, end) {
  text.points = text.points || text.parts.map(([, letters]) => codePoints(letters));
  const at = text.parts.findIndex(([start], i) => begin >= start && begin <= start + text.points[i].length);
  if (at < 0) return "";
  const start = text.parts[at][0];
  return text.points[at].slice(begin - start, end - start).join("");
}

/* A stretch of an article with the names in it marked; of overlapping ones the first. */
function marked(text, begin, end) {
  const made = [];
  let at = begin;
  for (const [from, to, entity, type] of text.mentions || []) {
    if (from < at || to > end) continue;
    made.push(piece(text, at, from));
    const known = namesById.get(entity);
    const name = element("mark", { className: "mention " + type, title: label(entity) });
    name.textContent = piece(text, from, to);
    name.style.borderColor = known ? page.nodeStyle[known.type].color : "#888";
    if (known) name.onclick = () => chooseName(entity);
    made.push(name);
    at = to;
  }
  made.push(piece(text, at, end));
  return made;
}
