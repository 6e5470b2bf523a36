"use strict";
/* The picture: where names stand, how lines look, and what happens when the reader points. */

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let network = null;
let spots = new Map(); // where the shown names stand
let leading = []; // all names, the most important first
let frame = null; // what the picture is of, in which places are kept

/* A picture with more lines than this is moved as an image, and drawn anew when it rests. */
const LINES_MOVED = 60;
let still = null; // that image, with the view in which it was taken

const TINTS = ["#e3eef9", "#fdeedb", "#e2f3ea", "#f7e7f1", "#efeccd", "#e6e4f6", "#f9e3df", "#dff1f4"];

/* ------------------------------------------------------------ places */
function standing() {
  const ids = [...shown.nodes];
  const now = [state.path, state.focus, state.steps, state.community, state.all].join(" ");
  const moved = now !== frame;
  frame = now;
  const every = (known) => ids.length && ids.every(known);
  if (every((id) => nodesById.get(id).first) && !state.path && !state.focus && state.community === "") {
    const [x, y] = [0, 1].map((axis) => (id) => nodesById.get(id).first[axis]);
    return { spots: new Map(ids.map((id) => [id, { x: x(id), y: y(id) }])), moved: moved || spots.size === 0 };
  }
  if (!moved && every((id) => spots.has(id))) return { spots, moved: false };
  if (ids.length > ARRANGED) return { spots: new Map(ids.map((id) => [id, nodesById.get(id)])), moved: true };
  if (state.path) return { spots: inRow(ids), moved: true };
  const start = spots.size ? spots : nodesById;
  return { spots: arrange(ids, [...shown.lines.values()], start), moved: true };
}

/* A way is read from left to right; not quite level, so that long names have room. */
function inRow(ids) {
  return new Map(ids.map((id, i) => [id, { x: i * 1.4 * STEP, y: (i % 2) * 0.4 * STEP }]));
}

/* ------------------------------------------------------------ how lines look */
function look(line) {
  const stroke = page.strokes[line.status] || { color: line.kind === "pair" ? "#5b6875" : "#97a3af", dashes: [] };
  const quiet = line.kind === "where" || line.kind === "standing";
  const dim = lit && !belongs(line);
  return {
    id: line.id,
    from: line.from,
    to: line.to,
    color: { color: stroke.color, highlight: stroke.color, hover: stroke.color, opacity: dim ? 0.12 : clarity(line, quiet) },
    dashes: stroke.dashes.length ? stroke.dashes : false,
    width: quiet ? 1 : Math.min(1 + Math.sqrt(line.support) * 0.9, 7),
    arrows: ["actors", "standing"].includes(line.kind) ? "to" : "",
    smooth: line.bend
      ? { enabled: true, type: line.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(line.bend) }
      : { enabled: false },
  };
}

/* Among very many lines those of a single claim stand back. */
function clarity(line, quiet) {
  if (quiet) return 0.5;
  return shown.lines.size > 120 && !lit ? Math.min(0.3 + 0.15 * line.support, 0.9) : 0.9;
}

/* What is chosen, and the names that belong to it. */
function litNames() {
  const [kind, ...rest] = state.look.split("~");
  if (kind === "node" && shown.nodes.has(rest[0])) {
    return new Set([rest[0], ...(neighbours(shown.lines.values()).get(rest[0]) || [])]);
  }
  const line = shown.lines.get(state.look.slice(state.look.indexOf("~") + 1)) || shown.lines.get(state.look);
  if (line) return new Set([line.from, line.to]);
  if (kind === "event" && eventsById.has(rest[0])) {
    const { agents = [], recipients = [], places = [] } = eventsById.get(rest[0]);
    const names = [...agents, ...recipients, ...places].filter((id) => shown.nodes.has(id));
    return names.length ? new Set(names) : null;
  }
  if (kind === "pair") return new Set(rest);
  return null;
}

/* ------------------------------------------------------------ drawing */
function redraw() {
  const { spots: places, moved } = standing();
  spots = places;
  lit = litNames();
  const lines = [...shown.lines.values()];
  edgeSet.remove(edgeSet.getIds().filter((id) => !shown.lines.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((id) => !shown.nodes.has(id)));
  nodeSet.update([...shown.nodes].map((id) => ({ id, ...xy(spots.get(id)), size: nodesById.get(id).size })));
  edgeSet.update(lines.map(look));
  select();
  if (moved) fit();
  else network.redraw();
}

const xy = ({ x, y }) => ({ x, y });

function select() {
  const id = state.look.slice(state.look.indexOf("~") + 1);
  const nodes = state.look.startsWith("node~") && shown.nodes.has(id) ? [id] : [];
  const line = shown.lines.has(id) ? id : lineOfEvent(id);
  network.setSelection({ nodes, edges: !nodes.length && line ? [line] : [] }, { highlightEdges: false });
}

function lineOfEvent(id) {
  const line = [...shown.lines.values()].find((l) => l.kind !== "where" && l.events.includes(id));
  return line && line.id;
}

function fit() {
  const [x, y, scale] = state.view.split(",").map(Number);
  if (scale > 0) return network.moveTo({ position: { x, y }, scale: Math.min(Math.max(scale, 0.01), 8) });
  return frameAll();
}

/* All names with room for their labels, for the chips above and the buttons below; of very
   many all but the outermost, which would make the others too small to see. */
function frameAll() {
  const { clientWidth: width, clientHeight: height } = byId("picture");
  const [xs, ys] = ["x", "y"].map((axis) => [...spots.values()].map((spot) => spot[axis]));
  if (!xs.length) return;
  const far = xs.length > ARRANGED ? Math.floor(xs.length / 25) : 0;
  const ends = (values) => {
    const sorted = values.sort((a, b) => a - b);
    return [sorted[far], sorted[sorted.length - 1 - far]];
  };
  const [[left, right], [upper, lower]] = [ends(xs), ends(ys)];
  const scale = Math.min((width - 130) / (right - left || 1), (height - 130) / (lower - upper || 1), 1.4);
  network.moveTo({ position: { x: (left + right) / 2, y: (upper + lower) / 2 + 12 / scale }, scale });
}

/* Who acts together stands on one ground. */
function drawHalos(context) {
  if (!state.halo || shown.nodes.size > ARRANGED) return;
  const groupOf = (id) => nodesById.get(id).community;
  context.lineCap = "round";
  for (const line of [...shown.lines.values()].reverse()) {
    const group = groupOf(line.from);
    if (group === undefined || group !== groupOf(line.to)) continue;
    const [a, b] = [spots.get(line.from), spots.get(line.to)];
    context.strokeStyle = TINTS[group % TINTS.length];
    context.lineWidth = 62;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  for (const id of shown.nodes) {
    if (groupOf(id) === undefined) continue;
    context.fillStyle = TINTS[groupOf(id) % TINTS.length];
    context.beginPath();
    context.arc(spots.get(id).x, spots.get(id).y, 46, 0, 2 * Math.PI);
    context.fill();
  }
}

/* ------------------------------------------------------------ pointing */
function drawPicture() {
  leading = [...given.nodes].sort((a, b) => a.rank - b.rank);
  const options = { ...given.options, nodes: { ...given.options.nodes, ctxRenderer: drawNode } };
  network = new vis.Network(byId("picture"), { nodes: nodeSet, edges: edgeSet }, options);
  network.on("beforeDrawing", (context) => {
    scaleNow = network.getScale();
    pixelsPerUnit = scaleNow * (network.canvas.pixelRatio || 1);
    if (!(moving && still)) drawHalos(context);
  });
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes, edges, pointer }) => {
    const at = nodes.length ? null : labelAt(pointer.DOM);
    choose(nodes[0] || (at && !at.line ? at.id : ""), (at && at.line ? at.id : "") || edges[0] || "");
  });
  network.on("doubleClick", ({ nodes }) => nodes.length && change({ focus: nodes[0], path: "", community: "", view: "" }));
  const point = (id) => () => ((pointedAt = id), network.redraw());
  network.on("hoverNode", ({ node }) => point(node)());
  network.on("hoverEdge", ({ edge }) => point(edge)());
  network.on("blurNode", point(""));
  network.on("blurEdge", point(""));
  network.on("dragStart", ({ nodes }) => {
    moving = !nodes.length;
    still = moving && shown.lines.size > LINES_MOVED ? takeStill() : null;
    hideOthers(Boolean(still));
  });
  network.on("dragEnd", ({ nodes }) => {
    moving = false;
    hideOthers(false);
    if (nodes.length) carry(nodes[0]);
    else keepView();
    network.redraw();
  });
  network.on("zoom", () => (clearTimeout(keepView.later), (keepView.later = setTimeout(keepView, 250))));
}

function takeStill() {
  const from = byId("picture").querySelector("canvas");
  const image = element("canvas", { width: from.width, height: from.height });
  image.getContext("2d").drawImage(from, 0, 0);
  return { image, ...network.getViewPosition() };
}

function moveStill(context) {
  const middle = network.getViewPosition();
  const step = network.getScale() * (network.canvas.pixelRatio || 1);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(still.image, (still.x - middle.x) * step, (still.y - middle.y) * step);
  context.restore();
}

function hideOthers(hidden) {
  Object.assign(network.renderer.options, { hideEdgesOnDrag: hidden, hideNodesOnDrag: hidden });
}

/* A name that the reader moved stays there. */
function carry(id) {
  spots.set(id, network.getPosition(id));
  network.redraw();
}

function keepView() {
  const { x, y } = network.getViewPosition();
  state.view = [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join(",");
  remember(true);
}

function choose(node, line) {
  closeSearch();
  if (node) return chooseName(node);
  if (!line) return state.look ? change({ look: "" }) : undefined;
  return change({ look: line.startsWith("pair~") ? line : "line~" + line });
}

/* A name: the second of a path, or what the panel shows; what is not in the picture is
   brought into it with its neighbours. */
function chooseName(id) {
  if (state.path.endsWith("~")) return change({ path: state.path + id, look: "", focus: "", community: "", view: "" });
  if (shown.nodes.has(id)) return change({ look: "node~" + id });
  return change({ look: "node~" + id, focus: id, path: "", community: "", view: "" });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
  keepView();
}

function wholePicture() {
  state.view = "";
  remember(true);
  fit();
}
