"use strict";
/* The map: where the events are, on the outlines of Natural Earth. */

let world = null; // what to look at: x, y, width, height in the map's own units
const NORTH = -84; // the north pole in the map's units; the south is as far down

/* Height by width. */
function shape() {
  return byId("map").clientHeight / byId("map").clientWidth || 0.62;
}

/* The Equal Earth projection (Šavrič, Patterson, Jenny 2018), in degrees, y downwards. */
function projected([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const [t2, t6] = [angle ** 2, angle ** 6];
  const x = ((2 / Math.sqrt(3)) * longitude * Math.cos(angle)) / (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2));
  const y = (angle * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)) * 180) / Math.PI;
  return [x, -y];
}

/* A packed line: tenths of a degree, each point a step from the one before. */
function pathOf(steps, closed) {
  let [longitude, latitude] = [0, 0];
  let path = "M";
  for (let i = 0; i < steps.length; i += 2) {
    longitude += steps[i];
    latitude += steps[i + 1];
    // What goes on behind the 180th meridian is another piece.
    if (i) path += Math.abs(steps[i]) > 1800 ? "M" : "L";
    path += projected([longitude / 10, latitude / 10]).map((value) => value.toFixed(2)).join(" ");
  }
  return path + (closed ? "Z" : "");
}

async function drawWorld() {
  const { land, borders } = await unpacked("world");
  byId("land").setAttribute("d", land.map((ring) => pathOf(ring, true)).join(""));
  byId("borders").setAttribute("d", borders.map((line) => pathOf(line, false)).join(""));
}

/* The visible events of each name that has a place on the map. */
function eventsByPlace() {
  const found = new Map();
  for (const id of shown.claims.keys()) {
    const event = eventsById.get(id);
    const parts = new Set([...(event.agents || []), ...(event.recipients || []), ...(event.places || [])]);
    for (const part of parts) {
      if (namesById.has(part) && namesById.get(part).spot) found.set(part, [...(found.get(part) || []), event]);
    }
  }
  return found;
}

function drawMap() {
  const places = [...eventsByPlace()].sort((a, b) => b[1].length - a[1].length);
  if (!world) world = framed(places.map(([id]) => id));
  byId("map").setAttribute("viewBox", [world.x, world.y, world.width, world.width * shape()].join(" "));
  const unit = world.width / (byId("map").clientWidth || 300);
  byId("spots").replaceChildren(...places.map(([id, events]) => spotMark(id, events, unit)).reverse());
  byId("spot-names").replaceChildren(...spotNames(places, unit));
}

/* Big enough for all but the farthest places, which the reader finds by going out. */
function framed(ids) {
  const points = ids.map((id) => projected(namesById.get(id).spot));
  if (!points.length) return { x: -180, y: -85, width: 360 };
  const middle = (axis, share) => points.map((p) => p[axis]).sort((a, b) => a - b)[Math.floor(share * (points.length - 1))];
  const [left, right] = [middle(0, 0.04), middle(0, 0.96)];
  const [upper, lower] = [middle(1, 0.04), middle(1, 0.96)];
  const width = Math.min(Math.max((right - left) * 1.25, ((lower - upper) * 1.3) / shape(), 40), 360);
  const height = width * shape();
  const y = height > -2 * NORTH ? -height / 2 : Math.max(NORTH, (upper + lower) / 2 - height / 2);
  return { x: (left + right) / 2 - width / 2, y, width };
}

function spotMark(id, events, unit) {
  const [x, y] = projected(namesById.get(id).spot);
  const chosen = state.look === "node~" + id;
  const own = events.some((event) => ofChoice(event));
  const faded = state.look && !chosen && !own ? " faded" : "";
  const mark = drawn("circle", { class: "spot" + (chosen ? " chosen" : "") + faded, cx: x, cy: y, "data-id": id,
    r: Math.min(2.5 + 1.3 * Math.sqrt(events.length), 13) * unit, "stroke-width": unit * (chosen ? 2.5 : 1),
    fill: page.nodeStyle[namesById.get(id).type].color });
  const title = drawn("title", {});
  title.textContent = label(id) + " · " + word("page.n_events", { n: number(events.length) });
  mark.append(title);
  mark.addEventListener("click", () => chooseName(id));
  return mark;
}

/* The names of the places with most events that do not touch, as large as on paper. */
function spotNames(places, unit) {
  const taken = takenBoxes(40);
  const made = [];
  for (const [id, events] of places) {
    const [x, y] = projected(namesById.get(id).spot);
    const text = label(id);
    const radius = Math.min(2.5 + 1.3 * Math.sqrt(events.length), 13);
    const [sx, sy] = [(x - world.x) / unit, (y - world.y) / unit];
    const wide = text.length * 7 + 4;
    const sides = [[sx + radius, "start"], [sx - radius - wide, "end"]];
    const side = sides.find(([left]) => left > 0 && left + wide < byId("map").clientWidth && taken.free([left, sy - 8, left + wide, sy + 8], id));
    if (!side) continue;
    taken.take([side[0], sy - 8, side[0] + wide, sy + 8], id);
    const away = (side[1] === "start" ? 1 : -1) * (radius + 2) * unit;
    made.push(drawn("text", { x: x + away, y: y + 4 * unit, "text-anchor": side[1], "font-size": 12 * unit, "stroke-width": 3 * unit }, text));
    if (made.length === 14) break;
  }
  return made;
}

function zoomMap(factor, at = { x: 0.5, y: 0.5 }) {
  const width = Math.min(Math.max(world.width * factor, 8), 400);
  const gone = world.width - width;
  world = { x: world.x + gone * at.x, y: world.y + gone * shape() * at.y, width };
  drawMap();
}

function listenMap() {
  const map = byId("map");
  const share = (event) => {
    const box = map.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomMap(event.deltaY > 0 ? 1.25 : 0.8, share(event));
  }, { passive: false });
  let last = null;
  map.addEventListener("pointerdown", (event) => (last = share(event)));
  map.addEventListener("pointermove", (event) => {
    if (!last || !event.buttons) return (last = null);
    const now = share(event);
    world.x -= (now.x - last.x) * world.width;
    world.y -= (now.y - last.y) * world.width * shape();
    last = now;
    return drawMap();
  });
  byId("map-in").onclick = () => zoomMap(0.6);
  byId("map-out").onclick = () => zoomMap(1.6);
  byId("map-fit").onclick = () => ((world = null), drawMap());
}
