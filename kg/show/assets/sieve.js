"use strict";
/* What passes the filters, and the part of it that the picture shows. */

/* Between two names so many lines are drawn; the others are one line together. */
const LINES_BETWEEN = 3;
/* A name in focus may have hundreds of neighbours. */
const NEIGHBOURS = 60;

let shown = {
  claims: new Map(), // by event: the numbers of its claims that pass
  timeless: [], // events that pass everything but the time
  nodes: new Set(),
  lines: new Map(),
  hidden: 0, // claims that are not sure enough
  names: 0, // names that could be shown
  capped: false,
};

/* The days of an event; without any, the day of the first article that tells it. */
function daysOf(event) {
  if (event.begin) return { begin: event.begin, end: event.end || event.begin, told: false };
  const published = event.claims.map(([article]) => (page.articles[article] || {}).published).filter(Boolean);
  const first = published.sort()[0] || "";
  return { begin: first, end: first, told: true };
}

function inTime(event) {
  if (!state.from && !state.to) return true;
  const { begin, end } = daysOf(event);
  return Boolean(begin) && (!state.from || end >= state.from) && (!state.to || begin <= state.to);
}

function passingClaims(event) {
  const passes = ([index, confidence]) => {
    const article = page.articles[index] || {};
    return (
      confidence >= state.confidence &&
      (!state.article || article.id === state.article) &&
      (!state.source || article.publisher === state.source)
    );
  };
  return event.claims.flatMap((claim, i) => (passes(claim) ? [i] : []));
}

function passingEvents() {
  const kinds = new Set(state.kinds);
  const statuses = new Set(state.statuses);
  const claims = new Map();
  const timeless = [];
  let hidden = 0;
  for (const event of page.events) {
    for (const claim of event.claims) hidden += claim[1] < state.confidence;
    if (kinds.has(event.type) || statuses.has(event.status)) continue;
    if (state.differ && !event.differ) continue;
    const passing = passingClaims(event);
    if (!passing.length) continue;
    timeless.push(event);
    if (inTime(event)) claims.set(event.id, passing);
  }
  return { claims, timeless, hidden };
}

/* The lines that have something to show, with the events and claims that they stand for. */
function passingLines(claims) {
  const types = new Set(state.types);
  const fitting = (id) => !types.has(nodesById.get(id).kind);
  const lines = [];
  for (const edge of given.edges) {
    const events = edge.events.filter((id) => claims.has(id));
    if (edge.kind === "standing" ? !state.standing : !events.length) continue;
    if (!fitting(edge.from) || !fitting(edge.to)) continue;
    const support = events.reduce((sum, id) => sum + claims.get(id).length, 0);
    lines.push({ ...edge, events, support });
  }
  return lines;
}

function neighbours(lines) {
  const beside = new Map();
  const join = (a, b) => beside.set(a, (beside.get(a) || new Set()).add(b));
  for (const { from, to } of lines) join(from, to), join(to, from);
  return beside;
}

const byRank = (a, b) => nodesById.get(a).rank - nodesById.get(b).rank;

/* A name and who is within some steps of it, the most important first. */
function around(id, steps, beside) {
  const reached = new Set([id]);
  let edge = [id];
  for (let step = 0; step < steps; step++) {
    edge = [...new Set(edge.flatMap((at) => [...(beside.get(at) || [])]))].filter((at) => !reached.has(at));
    edge.sort(byRank);
    edge = edge.slice(0, NEIGHBOURS);
    edge.forEach((at) => reached.add(at));
  }
  return reached;
}

/* The shortest way between two names, over the more important ones where there are several. */
function way(from, to, beside) {
  const before = new Map([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) break;
    for (const next of [...(beside.get(at) || [])].sort(byRank)) {
      if (!before.has(next)) before.set(next, at), queue.push(next);
    }
  }
  const found = [];
  for (let at = before.has(to) ? to : null; at !== null; at = before.get(at)) found.unshift(at);
  return found;
}

/* The names that the picture shows: a path, a name in focus, a community, or the leading. */
function chosenNames(lines) {
  const beside = neighbours(lines);
  const [from, to] = state.path.split("~");
  if (nodesById.has(from) && nodesById.has(to)) return { nodes: new Set(way(from, to, beside)), capped: false };
  if (nodesById.has(state.focus)) return { nodes: around(state.focus, state.steps, beside), capped: false };
  const group = page.communities[state.community];
  if (state.community !== "" && group) {
    return { nodes: new Set(group.filter((id) => beside.has(id))), capped: false };
  }
  const types = new Set(state.types);
  const all = state.alone
    ? given.nodes.filter((node) => !types.has(node.kind)).map((node) => node.id)
    : [...beside.keys()];
  all.sort(byRank);
  const limit = state.all ? all.length : page.shownAtFirst;
  return { nodes: new Set(all.slice(0, limit)), names: all.length, capped: all.length > limit };
}

function sieve() {
  const { claims, timeless, hidden } = passingEvents();
  const lines = passingLines(claims);
  const { nodes, names, capped } = chosenNames(lines);
  const inside = lines.filter((line) => nodes.has(line.from) && nodes.has(line.to));
  if (names && !state.alone) {
    const joined = neighbours(inside);
    nodes.forEach((id) => joined.has(id) || nodes.delete(id));
  }
  return { claims, timeless, hidden, nodes, names: names || nodes.size, capped, lines: gathered(inside) };
}

const pairOf = (line) => [line.from, line.to].sort().join("~");

/* Between the same two names the strongest lines stand alone, the others are one. */
function gathered(lines) {
  const pairs = new Map();
  for (const line of lines) pairs.set(pairOf(line), [...(pairs.get(pairOf(line)) || []), line]);
  const found = new Map();
  for (const [pair, between] of pairs) {
    const told = between.filter((line) => line.kind !== "where");
    // Where it was is told by the other lines between the two.
    const fan = told.length ? told : between;
    fan.sort((a, b) => b.support - a.support || (a.id < b.id ? -1 : 1));
    const alone = state.look === "pair~" + pair || fan.length <= LINES_BETWEEN + 1 ? fan.length : LINES_BETWEEN;
    const kept = fan.slice(0, alone);
    if (alone < fan.length) kept.push(together(pair, fan.slice(alone)));
    kept.forEach((line, i) => found.set(line.id, { ...line, bend: bend(line, i, kept.length) }));
  }
  return found;
}

function together(pair, lines) {
  const [from, to] = pair.split("~");
  const events = [...new Set(lines.flatMap((line) => line.events))];
  const support = events.reduce((sum, id) => sum + 1, 0);
  return { id: "pair~" + pair, from, to, kind: "pair", term: "", status: "", events, support, lines: lines.length };
}

/* How far a line bends, so that those between the same two names fan out; a bend is as
   seen from the line's own start. */
function bend(line, i, count) {
  const turn = (i - (count - 1) / 2) * Math.min(0.26, 1.3 / count);
  return line.from < line.to ? turn : -turn;
}
