"use strict";
/* The time line under the picture: how many events when, and the days that the filters let
   through. Dark bars are events with a day of their own; light ones stand at the day of the
   article that tells them. */

const MOST_BARS = 72;
/* Beyond these shares of the events, days are gathered in the first and the last bar. */
const EDGES = [0.05, 0.995];

const UNITS = [
  { days: 1, of: (d) => Math.floor(d / 864e5), first: (n) => n * 864e5, ticks: { day: "numeric", month: "short", year: "numeric" } },
  { days: 7, of: (d) => Math.floor((d / 864e5 + 3) / 7), first: (n) => (n * 7 - 3) * 864e5, ticks: { day: "numeric", month: "short", year: "numeric" } },
  { days: 30, of: (d) => months(d), first: (n) => new Date(0).setUTCFullYear(0, n, 1), ticks: { month: "short", year: "numeric" } },
  { days: 91, of: (d) => Math.floor(months(d) / 3), first: (n) => new Date(0).setUTCFullYear(0, n * 3, 1), ticks: { month: "short", year: "numeric" } },
  { days: 365, of: (d) => new Date(d).getUTCFullYear(), first: (n) => new Date(0).setUTCFullYear(n, 0, 1), ticks: { year: "numeric" } },
  { days: 3650, of: (d) => Math.floor(new Date(d).getUTCFullYear() / 10), first: (n) => new Date(0).setUTCFullYear(n * 10, 0, 1), ticks: { year: "numeric" } },
];

function months(d) {
  const date = new Date(d);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function iso(time) {
  return new Date(time).toISOString().slice(0, 10);
}

let bins = { unit: UNITS[0], first: 0, count: 0 };

/* The dated events as [time, event, told], and the bars that they are put into. */
function datedEvents() {
  return shown.timeless
    .map((event) => ({ event, ...daysOf(event) }))
    .filter(({ begin }) => begin)
    .map(({ event, begin, told }) => ({ event, told, time: day(begin).getTime() }))
    .sort((a, b) => a.time - b.time);
}

function chooseBins(dated) {
  const at = (share) => dated[Math.min(dated.length - 1, Math.floor(share * dated.length))].time;
  const few = dated.length < 30;
  const [low, high] = [few ? dated[0].time : at(EDGES[0]), few ? dated[dated.length - 1].time : at(EDGES[1])];
  const unit = UNITS.find(({ of }) => of(high) - of(low) < MOST_BARS) || UNITS[UNITS.length - 1];
  return { unit, first: unit.of(low), count: unit.of(high) - unit.of(low) + 1 };
}

function binOf(time) {
  return Math.min(Math.max(bins.unit.of(time) - bins.first, 0), bins.count - 1);
}

/* First and last day of a bar; the outermost have none, for they hold all that is beyond. */
function daysOfBin(i) {
  const [begin, end] = [bins.first + i, bins.first + i + 1].map(bins.unit.first);
  return [i === 0 ? "" : iso(begin), i === bins.count - 1 ? "" : iso(end - 864e5)];
}

function drawTimeline() {
  const dated = datedEvents();
  byId("time").hidden = !dated.length;
  if (!dated.length) return;
  bins = chooseBins(dated);
  const bars = Array.from({ length: bins.count }, () => ({ dated: 0, told: 0, lit: 0 }));
  for (const { event, told, time } of dated) {
    const bar = bars[binOf(time)];
    bar[told ? "told" : "dated"]++;
    bar.lit += ofChoice(event);
  }
  byId("bars").replaceChildren(...barMarks(bars), ...tickMarks());
  drawRange();
  const undated = shown.timeless.length - dated.length;
  byId("undated").textContent = undated ? word("page.undated_count", { n: number(undated) }) : "";
}

/* Whether an event belongs to what the panel shows. */
function ofChoice(event) {
  const [kind, ...ids] = state.look.split("~");
  if (kind === "node") return takesPart(event, ids[0]);
  if (kind === "event") return event.id === ids[0];
  if (kind === "text") return event.claims.some(([article]) => (page.articles[article] || {}).id === ids[0]);
  const line = shown.lines.get(kind === "line" ? ids.join("~") : state.look);
  return Boolean(line && line.events.includes(event.id));
}

function barMarks(bars) {
  const highest = Math.max(...bars.map((bar) => bar.dated + bar.told));
  const tall = (n) => (n ? Math.max(2, 78 * Math.sqrt(n / highest)) : 0);
  const wide = 1000 / bins.count;
  const part = (i, name, from, to) =>
    drawn("rect", { class: name, x: i * wide + 0.5, width: Math.max(wide - 1, 0.8), y: 80 - to, height: Math.max(0, to - from) });
  return bars.flatMap((bar, i) => {
    const all = tall(bar.dated + bar.told);
    const dark = bar.dated + bar.told ? (all * bar.dated) / (bar.dated + bar.told) : 0;
    const light = bar.dated + bar.told ? Math.max(bar.lit ? 2 : 0, (all * bar.lit) / (bar.dated + bar.told)) : 0;
    return [part(i, "told", dark, all), part(i, "dated", 0, dark), part(i, "lit", 0, light)].filter((bar) => bar.getAttribute("height") > 0);
  });
}

/* As many days as fit are written below, those of round years and months first. */
function tickMarks() {
  const most = Math.max(2, Math.floor((byId("bars").clientWidth || 600) / 95));
  const step = Math.max(1, Math.ceil(bins.count / most));
  const wide = 1000 / bins.count;
  byId("ticks").replaceChildren();
  const marks = [];
  for (let i = 0; i < bins.count; i += step) {
    if (i && (bins.count - i) * wide < 60) break;
    const text = dayFormat(bins.unit.ticks).format(bins.unit.first(bins.first + i));
    const tick = element("span", { textContent: (i === 0 && bins.count > 1 ? "≤ " : "") + text });
    tick.style.left = (i * wide) / 10 + "%";
    byId("ticks").append(tick);
    marks.push(drawn("line", { class: "tick", x1: i * wide, x2: i * wide, y1: 80, y2: 84 }));
  }
  return marks;
}

/* The two sliders and what is outside of them, which is pale. */
function drawRange() {
  const from = state.from ? binOf(day(state.from).getTime()) : 0;
  const to = state.to ? binOf(day(state.to).getTime()) : bins.count - 1;
  for (const [id, value] of [["from", from], ["to", to]]) {
    Object.assign(byId(id), { max: bins.count - 1, value });
    byId(id).setAttribute("aria-valuetext", dates(iso(bins.unit.first(bins.first + value))));
  }
  const wide = 100 / bins.count;
  byId("before").style.width = from * wide + "%";
  byId("after").style.width = (bins.count - 1 - to) * wide + "%";
  byId("range").textContent = state.from || state.to ? timeText() : word("page.all_time");
}

function chooseBars(a, b, quiet = false) {
  const [from] = daysOfBin(Math.min(a, b));
  const [, to] = daysOfBin(Math.max(a, b));
  change({ from, to }, quiet);
}

function listenTimeline() {
  const slid = () => chooseBars(Number(byId("from").value), Number(byId("to").value), true);
  byId("from").oninput = slid;
  byId("to").oninput = slid;
  let start = null;
  const barAt = (event) => {
    const box = byId("bars").getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * bins.count), 0), bins.count - 1);
  };
  byId("bars").onpointerdown = (event) => (start = barAt(event));
  window.addEventListener("pointerup", (event) => {
    if (start !== null) chooseBars(start, barAt(event));
    start = null;
  });
}
