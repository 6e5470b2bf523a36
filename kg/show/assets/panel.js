"use strict";
/* The panel beside the picture: what `state.look` says, or all events that are visible. */

let asked = 0; // the last drawing begun: an older one that ends later is thrown away

async function drawPanel() {
  const mine = ++asked;
  const panel = byId("panel");
  panel.setAttribute("aria-busy", "true");
  const parts = await panelParts();
  if (mine !== asked) return;
  const away = state.look ? element("p", { className: "way" },
    button(word("page.back"), () => history.back()),
    button(word("page.overview"), () => change({ look: "" }))) : "";
  const kept = panel.dataset.look === state.look ? panel.scrollTop : 0;
  panel.replaceChildren(...element("div", {}, away, parts).childNodes);
  panel.dataset.look = state.look;
  const cited = panel.querySelector("mark.cited");
  if (cited) cited.scrollIntoView({ block: "center" });
  else panel.scrollTop = kept;
  panel.setAttribute("aria-busy", "false");
}

function panelParts() {
  const [kind, ...rest] = state.look.split("~");
  if (kind === "node" && namesById.has(rest[0])) return namePanel(rest[0]);
  if (kind === "event" && eventsById.has(rest[0])) return eventPanel([rest[0]]);
  if (kind === "text" && articlesById.has(rest[0])) {
    return articlePanel(rest[0], rest.length === 3 ? rest.slice(1).map(Number) : null);
  }
  if (kind === "line") return linePanel(rest.join("~"));
  if (kind === "pair" && namesById.has(rest[0]) && namesById.has(rest[1])) return pairPanel(...rest);
  return state.path && namesById.has(state.path.split("~")[1]) ? pathPanel() : overview();
}

async function linePanel(id) {
  const line = shown.lines.get(id);
  const edge = given.edges.find((one) => one.id === id);
  if (!edge) return overview();
  if (edge.kind === "standing") {
    const { relations } = await unpacked("details");
    const between = relations.filter((r) => r.source === edge.from && r.target === edge.to);
    return [element("h2", { textContent: word(edge.term) }), relationsOf(edge.from, between)];
  }
  const events = line ? line.events : edge.events;
  return [pairTools(edge.from, edge.to), await eventPanel(events)];
}

function pairTools(from, to) {
  const pair = [from, to].sort().join("~");
  const between = given.edges.filter((edge) => pairOf(edge) === pair && edge.kind !== "standing");
  if (between.length < 2) return "";
  return element("p", { className: "tools" }, button(word("page.all_between"), () => change({ look: "pair~" + pair })));
}

function pairPanel(from, to) {
  const ids = new Set(given.edges.filter((edge) => pairOf(edge) === [from, to].sort().join("~")).flatMap((edge) => edge.events));
  const events = [...ids].filter((id) => shown.claims.has(id)).map((id) => eventsById.get(id));
  return [
    element("h2", {}, nameButton(from), " — ", nameButton(to)),
    element("p", { className: "quiet", textContent: word("page.n_events", { n: number(events.length) }) }),
    timeline(events),
  ];
}

/* Each step of a path with what happened between the two. */
function pathPanel() {
  const [from, to] = state.path.split("~");
  const names = [...shown.nodes];
  if (!names.length) return [element("h2", { textContent: word("page.no_path") })];
  const steps = names.slice(1).flatMap((name, i) => {
    const pair = [names[i], name].sort().join("~");
    const events = [...shown.lines.values()].filter((line) => pairOf(line) === pair).flatMap((line) => line.events);
    return [element("h3", {}, nameButton(names[i]), " — ", nameButton(name)), timeline([...new Set(events)].map((id) => eventsById.get(id)))];
  });
  return [element("h2", { textContent: label(from) + " → " + label(to) }), steps];
}

/* ------------------------------------------------------------ lists of events */
function overview() {
  const events = [...shown.claims.keys()].map((id) => eventsById.get(id));
  const order = (key, byNews) => {
    const one = button(word(key), () => change({ newest: byNews }, true));
    one.setAttribute("aria-pressed", String(state.newest === byNews));
    return one;
  };
  return [
    element("h2", { textContent: word("page.timeline") }),
    element("p", { className: "quiet", textContent: word("page.hint") }),
    element("p", { className: "tools" }, order("page.most_told", false), order("page.newest", true)),
    timeline(events, state.newest ? newest : mostTold),
  ];
}

const newest = (event) => [daysOf(event).begin, daysOf(event).end, event.id].join(" ");

/* First what most articles tell; of those alike the surest. */
function mostTold(event) {
  const articles = new Set(event.claims.map(([article]) => article)).size;
  const sure = Math.max(...event.claims.map(([, confidence]) => confidence));
  return [String(articles).padStart(4, "0"), sure.toFixed(2), newest(event)].join(" ");
}

/* `count` events at a time: thousands of buttons would hold up the browser. */
function timeline(events, order = newest, count = 100) {
  if (!events.length) return element("p", { textContent: word("page.no_events") });
  const keyed = events.map((event) => [order(event), event]).sort((a, b) => (a[0] < b[0] ? 1 : -1));
  const list = element("ol", { className: "timeline" });
  let month = null;
  for (const [, event] of keyed.slice(0, count)) {
    const now = (daysOf(event).begin || "").slice(0, 7);
    if (order === newest && now !== month) list.append(monthHead(now));
    month = now;
    list.append(timelineItem(event));
  }
  if (events.length <= count) return list;
  const rest = word("page.more_events", { n: number(events.length - count) });
  list.append(element("li", {}, button(rest, () => list.replaceWith(timeline(events, order, count + 200)))));
  return list;
}

function monthHead(month) {
  const text = month ? dayFormat({ year: "numeric", month: "long" }).format(day(month + "-01")) : word("page.undated");
  return element("li", { className: "month", textContent: text });
}

function timelineItem(event) {
  const line = button("", () => change({ look: "event~" + event.id }), "event");
  const articles = new Set(event.claims.map(([article]) => article)).size;
  line.append(
    element("span", { className: "who" }, sentenceOf(event)),
    badge(event.type, event.status),
    element("span", { className: "day", textContent: dayText(event) + " · " + word(articles === 1 ? "page.one_article" : "page.n_articles", { n: number(articles) }) }),
    event.differ ? element("span", { className: "flag", textContent: "! " + word("page.differ_short") }) : ""
  );
  return element("li", {}, line);
}

/* The day of the event; without one the article's, which is said. */
function dayText(event) {
  const { begin, end, told } = daysOf(event);
  return told && begin ? word("page.told_on", { day: dates(begin, end, "short") }) : dates(begin, end, "short");
}

/* Who, to whom, where: in the order of the arrow, which holds in both languages. */
function sentenceOf(event) {
  const name = (ids) => element("bdi", { textContent: labels(ids) });
  return [
    name(event.agents),
    others(event).length ? [" → ", name(others(event))] : "",
    event.places ? element("span", { className: "quiet" }, " · ", name(event.places)) : "",
  ];
}
