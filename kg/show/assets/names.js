"use strict";
/* The panel of a name: who it is, what it is to others, what it does. */

function takesPart(event, id) {
  return [event.agents, event.recipients, event.places].some((ids) => (ids || []).includes(id));
}

async function namePanel(id) {
  const name = namesById.get(id);
  const { aliases, relations } = await unpacked("details");
  const events = [...shown.claims.keys()].map((event) => eventsById.get(event)).filter((event) => takesPart(event, id));
  const other = state.language === "bn" ? "en" : "bn";
  return [
    element("h2", {}, sample(name.type), " ", element("bdi", { textContent: label(id) })),
    element("p", { className: "quiet" }, word("type." + name.type), " · ", element("bdi", { textContent: label(id, other), lang: other })),
    element("p", { className: "quiet" }, importance(id), wikidata(name)),
    aliases[id] ? field("page.aliases", element("bdi", { textContent: aliases[id].join(", ") })) : "",
    nameTools(id),
    relationsOf(id, relations),
    nearest(id),
    element("h3", { textContent: word("page.of_events") }),
    timeline(events),
    await saidBy(id),
  ];
}

function importance(id) {
  const { rank, taken } = nodesById.get(id);
  const mentions = word("page.mentions", { n: number(namesById.get(id).mentions || 0) });
  return taken ? word("page.importance", { rank: number(rank + 1), n: number(taken) }) + " · " + mentions : mentions;
}

function wikidata(name) {
  if (!/^Q[0-9]+$/.test(name.wikidata || "")) return [];
  const href = "https://www.wikidata.org/wiki/" + name.wikidata;
  const link = element("a", { href, rel: "noreferrer noopener", target: "_blank" });
  link.textContent = word("page.wikidata") + " " + name.wikidata;
  return [" · ", link];
}

function nameTools(id) {
  const alone = state.focus === id
    ? button(word("page.whole"), () => change({ focus: "", steps: 1, view: "" }))
    : button(word("page.only_this"), () => change({ focus: id, path: "", community: "", view: "" }));
  const path = button(word("page.path_from"), () => {
    change({ path: id + "~", focus: "", community: "" });
    byId("search").focus();
  });
  return element("p", { className: "tools" }, alone, path);
}

function relationsOf(id, relations) {
  const mine = relations.filter((relation) => relation.source === id || relation.target === id);
  if (!mine.length) return [];
  const posts = (relation) => (relation.predicate === "holdsPosition" ? 0 : 1);
  mine.sort((a, b) => posts(a) - posts(b));
  const items = mine.map((relation) => {
    return element("li", {}, nameButton(relation.source), " — ", roleText(relation), " — ", nameButton(relation.target));
  });
  const list = (some) => element("ul", { className: "relations" }, some);
  const rest = items.length > 8
    ? element("details", {}, element("summary", { textContent: word("page.more_relations", { n: number(items.length - 8) }) }), list(items.slice(8)))
    : "";
  return [element("h3", { textContent: word("page.positions") }), list(items.slice(0, 8)), rest];
}

/* A post in the articles' words with its kind, in English the other way round. */
function roleText(relation) {
  if (!relation.role) return word("standing." + relation.predicate);
  const kind = relation.role_type ? word("role." + relation.role_type) : "";
  const [first, second] = state.language === "bn" ? [relation.role, kind] : [kind, relation.role];
  return [element("bdi", { textContent: first || second }), first && second ? " (" + second + ")" : ""];
}

/* The names that it has most to do with; with them the picture can be walked by keyboard. */
function nearest(id) {
  const counts = new Map();
  for (const line of shown.lines.values()) {
    if (line.from !== id && line.to !== id) continue;
    const other = line.from === id ? line.to : line.from;
    counts.set(other, (counts.get(other) || 0) + line.events.length);
  }
  if (!counts.size) return [];
  const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
  const items = rows.map(([other, count]) => element("li", {}, nameButton(other), " ", element("span", { className: "quiet", textContent: number(count) })));
  return [element("h3", { textContent: word("page.nearest") }), element("ul", { className: "nearest" }, items)];
}

/* What others are told to have done on this name's word. */
async function saidBy(id) {
  const { claims } = await unpacked("details");
  const said = [...shown.claims.keys()].filter((event) => claims[event].some((claim) => (claim.speakers || []).includes(id)));
  if (!said.length) return [];
  return [element("h3", { textContent: word("page.said_by") }), timeline(said.map((event) => eventsById.get(event)))];
}

function nameButton(id) {
  return button(label(id), () => chooseName(id), "name");
}

function nameButtons(ids) {
  return (ids || []).flatMap((id, i) => (i ? [", ", nameButton(id)] : [nameButton(id)]));
}

function field(key, ...content) {
  return element("p", { className: "field" }, element("b", { textContent: word(key) }), " ", content);
}
