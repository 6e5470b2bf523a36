"use strict";
/* The panel beside the picture: all events, one name, some events, or one article. */

const panel = document.getElementById("panel");
const views = []; // what was looked at before, for the way back

function open(view) {
  views.push(view);
  show();
}

function back() {
  views.pop();
  show();
}

function show() {
  const view = views.length ? views[views.length - 1] : { draw: overview };
  const way = element(
    "p",
    { className: "way" },
    views.length ? button(word("page.back"), back) : null,
    views.length ? button(word("page.overview"), () => (views.splice(0), show())) : null
  );
  panel.replaceChildren(way, ...view.draw());
  const mark = panel.querySelector("mark.cited");
  if (mark) mark.scrollIntoView({ block: "center" });
  else panel.scrollTop = 0;
}

function button(text, onclick, className = "") {
  return element("button", { type: "button", textContent: text, onclick, className });
}

/* ------------------------------------------------------------ all events */
function overview() {
  const events = [...shown.claims.keys()].map((id) => page.events[id]);
  return [
    element("h2", { textContent: word("page.timeline") }),
    element("p", { className: "quiet", textContent: word("page.hint") }),
    timeline(events),
  ];
}

/* `count` events at a time: thousands of buttons would hold up the browser. */
function timeline(events, count = 200) {
  if (!events.length) return element("p", { textContent: word("page.no_events") });
  const key = (event) => (event.begin || "9999") + (event.end || "") + event.id;
  const sorted = [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const list = element("ol", { className: "timeline" }, ...sorted.slice(0, count).map(timelineItem));
  if (sorted.length <= count) return list;
  const rest = word("page.more_events", { n: number(sorted.length - count) });
  const more = button(rest, () => list.replaceWith(timeline(events, count + 200)));
  list.append(element("li", {}, more));
  return list;
}

function timelineItem(event) {
  const line = button("", () => open({ draw: () => eventPanel([event.id]) }), "event");
  line.append(
    element("span", { className: "day", textContent: dates(event.begin, event.end) }),
    badge(event.type, event.status),
    element("span", { className: "who" }, ...sentenceOf(event))
  );
  return element("li", {}, line);
}

/* To whom; where both sides do the same, they may be named on both. */
function others(event) {
  return (event.recipients || []).filter((id) => !(event.agents || []).includes(id));
}

/* Who, to whom, where: in the order of the arrow, which holds in both languages. */
function sentenceOf(event) {
  const names = [element("bdi", { textContent: labels(event.agents) })];
  if (others(event).length) names.push(" → ", element("bdi", { textContent: labels(others(event)) }));
  if (event.places) names.push(" · ", element("bdi", { textContent: labels(event.places) }));
  return names;
}

function badge(type, status) {
  const stroke = page.strokes[status] || {};
  const text = (stroke.sign || "") + word("event." + type);
  const made = element("span", { className: "badge", title: word("status." + status) }, text);
  made.style.borderColor = stroke.color;
  made.style.borderStyle = stroke.dashes ? "dashed" : "solid";
  return made;
}

/* ------------------------------------------------------------ a name */
function nodePanel(id) {
  const entity = page.entities[id];
  const other = language === "bn" ? entity.label_en : entity.label_bn;
  const events = [...shown.claims.keys()]
    .map((event) => page.events[event])
    .filter((event) => takesPart(event, id));
  return [
    element("h2", {}, element("bdi", { textContent: label(id) })),
    element("p", { className: "quiet" }, word("type." + entity.type), " · ", element("bdi", { textContent: other })),
    element("p", { className: "quiet" }, word("page.mentions", { n: number(entity.mentions || 0) }), ...wikidata(entity)),
    entity.aliases ? field("page.aliases", element("bdi", { textContent: entity.aliases.join(", ") })) : "",
    ...relationsOf(id),
    element("h3", { textContent: word("page.of_events") }),
    timeline(events),
  ].filter((part) => part !== "");
}

function takesPart(event, id) {
  return [event.agents, event.recipients, event.places].some((ids) => (ids || []).includes(id));
}

function wikidata(entity) {
  if (!/^Q[0-9]+$/.test(entity.wikidata || "")) return [];
  const href = "https://www.wikidata.org/wiki/" + entity.wikidata;
  const link = element("a", { href, rel: "noreferrer noopener", target: "_blank" });
  link.textContent = word("page.wikidata") + " " + entity.wikidata;
  return [" · ", link];
}

function relationsOf(id) {
  const mine = page.relations.filter((r) => r.source === id || r.target === id);
  if (!mine.length) return [];
  const items = mine.map((relation) => {
    const role = relation.role || word("standing." + relation.predicate);
    const kind = relation.role_type ? " (" + word("role." + relation.role_type) + ")" : "";
    return element("li", {}, nameButton(relation.source), " — ", role + kind, " — ", nameButton(relation.target));
  });
  return [
    element("h3", { textContent: word("page.positions") }),
    element("ul", { className: "relations" }, ...items),
  ];
}

function nameButton(id) {
  return button(label(id), () => window.barta.selectNode(id), "name");
}

function names(ids) {
  return (ids || []).flatMap((id, i) => (i ? [", ", nameButton(id)] : [nameButton(id)]));
}

function field(key, ...content) {
  return element("p", { className: "field" }, element("b", { textContent: word(key) }), " ", ...content);
}

/* ------------------------------------------------------------ events and claims */
function eventPanel(ids) {
  return ids.flatMap((id) => {
    const event = page.events[id];
    const claims = shown.claims.get(id) || visibleClaims(event);
    const count = claims.length === 1 ? word("page.one_claim") : word("page.claims", { n: number(claims.length) });
    const aspects = (event.disagreement || []).map((aspect) => word("aspect." + aspect)).join(", ");
    return [
      element("h2", {}, badge(event.type, event.status), " ", element("span", {}, ...names(event.agents)),
        others(event).length ? " → " : "", ...names(others(event))),
      element("p", { className: "quiet" }, dates(event.begin, event.end), " · ", word("status." + event.status), " · ", count),
      aspects ? element("p", { className: "differ", textContent: word("page.disagree", { aspects }) }) : "",
      ...claims.map(claimCard),
    ].filter((part) => part !== "");
  });
}

function claimCard(claim) {
  const article = page.articles[claim.article] || { headline: claim.article };
  const about = [article.publisher, article.published ? dates(article.published) : ""].filter(Boolean).join(", ");
  return element(
    "article",
    { className: "claim" },
    element("p", {}, badge(claim.event_type, claim.status), " ", word("status." + claim.status)),
    field("page.when", dates(claim.begin, claim.end)),
    claim.places ? field("page.where", ...names(claim.places)) : null,
    claim.speakers
      ? field("page.says", ...names(claim.speakers))
      : field("page.says", word("page.article_says")),
    claim.topic ? field("page.topic", element("bdi", { textContent: claim.topic })) : null,
    ...(claim.evidence || []).map((span) => quote(claim.article, span)),
    field("page.source", element("bdi", { textContent: article.headline }), about ? " — " + about : ""),
    element("p", { className: "quiet" }, word("page.sure") + " " + number(claim.confidence),
      claim.found_by ? " · " + word("page.found_by") + " " : "",
      claim.found_by ? element("code", { textContent: claim.found_by }) : null)
  );
}

function quote(article, span) {
  const sentence = element("blockquote", { tabIndex: 0, role: "button", title: word("page.open_article") });
  sentence.append(...marked(article, span[0], span[1]));
  sentence.onclick = () => open({ draw: () => articlePanel(article, span) });
  sentence.onkeydown = (press) => press.key === "Enter" && sentence.onclick();
  return sentence;
}

/* ------------------------------------------------------------ an article */
function articlePanel(id, span) {
  const article = page.articles[id];
  const parts = article.parts.map(([begin, text]) => {
    const end = begin + codePoints(text).length;
    const inside = span[0] >= begin && span[1] <= end;
    if (!inside) return element("div", { className: "text" }, ...marked(id, begin, end));
    const cited = element("mark", { className: "cited" }, ...marked(id, span[0], span[1]));
    return element("div", { className: "text" }, ...marked(id, begin, span[0]), cited, ...marked(id, span[1], end));
  });
  const about = [article.publisher, article.published ? dates(article.published) : ""].filter(Boolean).join(", ");
  return [
    element("h2", {}, element("bdi", { textContent: article.headline })),
    element("p", { className: "quiet", textContent: about }),
    article.source ? element("p", { className: "quiet" }, element("bdi", { textContent: article.source })) : "",
    article.whole ? "" : element("p", { className: "quiet", textContent: word("page.excerpt") }),
    ...parts,
  ].filter((part) => part !== "");
}

/* Offsets count code points; JavaScript's strings count UTF-16 units. */
function codePoints(text) {
  return Array.from(text);
}

function piece(article, begin, end) {
  for (const [start, text] of article.parts) {
    const points = codePoints(text);
    if (begin >= start && begin <= start + points.length) {
      return points.slice(begin - start, end - start).join("");
    }
  }
  return "";
}

/* A stretch of an article with the names in it marked; of overlapping ones the first. */
function marked(id, begin, end) {
  const article = page.articles[id];
  const made = [];
  let at = begin;
  for (const [from, to, entity, type] of article.mentions || []) {
    if (from < at || to > end) continue;
    made.push(piece(article, at, from));
    const color = (page.nodeStyle[(page.entities[entity] || {}).type] || {}).color;
    const name = element("mark", { className: "mention " + type, title: label(entity) });
    name.textContent = piece(article, from, to);
    name.style.borderColor = color || "#888";
    name.onclick = (click) => (click.stopPropagation(), window.barta.selectNode(entity));
    made.push(name);
    at = to;
  }
  made.push(piece(article, at, end));
  return made;
}
