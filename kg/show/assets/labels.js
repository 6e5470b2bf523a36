"use strict";
/* Names and what lines say, written over the picture so that none covers another: the more
   important are written first, the others where there is room left. They are as large on a
   far picture as on a near one. */

const FACE = '"Barta", system-ui, sans-serif';
const INK = "#1b2733";
/* Farther away than this, lines are not labelled. */
const LINES_SPEAK = 0.42;
const MOST_TRIED = 500;
/* So many names may be written over lesser ones' shapes: without them nothing is found. */
const LEADING = 60;

let written = []; // what the last frame shows: whose label, where, how
let placedAt = { x: 0, y: 0, scale: 0 }; // the view for which places were found
let moving = false; // whether the picture is being dragged
let pointedAt = ""; // the node or line under the pointer

const lengths = new Map();

function lengthOf(context, text, font) {
  const key = font + text;
  if (!lengths.has(key)) {
    context.font = font;
    lengths.set(key, context.measureText(text).width);
  }
  return lengths.get(key);
}

/* Which boxes are taken, kept in cells so that few have to be compared. */
function takenBoxes(side = 90) {
  const cells = new Map();
  const over = function* ([left, top, right, bottom]) {
    for (let x = Math.floor(left / side); x <= Math.floor(right / side); x++)
      for (let y = Math.floor(top / side); y <= Math.floor(bottom / side); y++) yield x * 4096 + y;
  };
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return {
    free: (box, but, spared) => {
      for (const cell of over(box)) {
        for (const other of cells.get(cell) || []) {
          if (other.id !== but && other.kind !== spared && meets(box, other.box)) return false;
        }
      }
      return true;
    },
    take: (box, id, kind = "label") => {
      for (const cell of over(box)) cells.set(cell, [...(cells.get(cell) || []), { box, id, kind }]);
    },
  };
}

/* While the picture is moved, labels go along; they find new places when it rests. */
function drawLabels(context) {
  if (moving && still) return moveStill(context);
  const ratio = network.canvas.pixelRatio || 1;
  const middle = network.getViewPosition();
  const scale = network.getScale();
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "middle";
  context.textAlign = "center";
  if (moving && placedAt.scale === scale) {
    context.translate((placedAt.x - middle.x) * scale, (placedAt.y - middle.y) * scale);
    for (const one of written) paint(context, one);
  } else {
    placedAt = { ...middle, scale };
    placeLabels(context, middle, scale);
  }
  return context.restore();
}

function placeLabels(context, middle, scale) {
  const { clientWidth: width, clientHeight: height } = byId("picture");
  const onScreen = ({ x, y }) => [(x - middle.x) * scale + width / 2, (y - middle.y) * scale + height / 2];
  const inside = ([x, y]) => x > -60 && y > -20 && x < width + 60 && y < height + 20;
  written = [];
  const taken = takenBoxes();
  furniture().forEach((box) => taken.take(box, "furniture"));
  const names = leading.filter((node) => spots.has(node.id) && shown.nodes.has(node.id));
  const seen = [];
  for (const node of names) {
    const at = onScreen(spots.get(node.id));
    if (!inside(at)) continue;
    seen.push([node, at]);
    const half = radius(node.id) * scale * 0.8;
    if (seen.length < MOST_TRIED) taken.take([at[0] - half, at[1] - half, at[0] + half, at[1] + half], node.id, "shape");
    if (seen.length === 3 * MOST_TRIED) break;
  }
  const first = ([node]) => (node.id === pointedAt || (lit && lit.has(node.id)) ? 0 : 1);
  if (lit || pointedAt) seen.sort((a, b) => first(a) - first(b));
  seen.slice(0, MOST_TRIED).forEach(([node, at], i) => writeName(context, taken, node, at, scale, i < LEADING));
  writeLines(context, taken, onScreen, inside, scale);
}

/* What lies over the picture: chips and buttons. */
function furniture() {
  const { left, top } = byId("picture").getBoundingClientRect();
  const parts = [...byId("chips").children, byId("tools")].map((part) => part.getBoundingClientRect());
  return parts.map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
}

function writeName(context, taken, node, [x, y], scale, important) {
  const strong = node.id === pointedAt || node.rank < 10;
  const size = node.size > 20 ? 16 : node.size > 14 ? 14.5 : 13;
  const font = (strong ? "600 " : "") + size + "px " + FACE;
  const text = label(node.id);
  const half = lengthOf(context, text, font) / 2 + 2;
  const tall = size * 0.72;
  const away = radius(node.id) * scale + 2;
  const spotsAround = [
    [x, y + away + tall],
    [x, y - away - tall],
    [x + away + half, y],
    [x - away - half, y],
  ];
  const { clientWidth, clientHeight } = byId("picture");
  const boxes = spotsAround
    .map(([cx, cy]) => [cx - half, cy - tall, cx + half, cy + tall])
    .filter((box) => box[0] >= 0 && box[1] >= 0 && box[2] <= clientWidth && box[3] <= clientHeight);
  const best = boxes.find((box) => taken.free(box, node.id)) || (important && boxes.find((box) => taken.free(box, node.id, "shape")));
  if (!best) return;
  taken.take(best, "name of " + node.id);
  const color = lit && !lit.has(node.id) ? "#6f7a85" : INK;
  written.push({ id: node.id, line: false, box: best, text, font, color, struck: false });
  paint(context, written[written.length - 1]);
}

function paint(context, { line, box, text, font, color, struck }) {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  if (line) {
    context.fillStyle = "rgb(255 255 255 / 88%)";
    context.fillRect(box[0], box[1] + 1, box[2] - box[0], 16);
  }
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = "rgb(255 255 255 / 92%)";
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
  if (struck) context.fillRect(box[0] + 1, y - 0.5, box[2] - box[0] - 2, 1.3);
}

function lineText(line) {
  if (line.kind === "where") return "";
  if (line.kind === "pair") return word("page.more_lines", { n: number(line.lines) });
  const times = line.events.length > 1 ? " ×" + number(line.events.length) : "";
  const differ = line.events.some((id) => eventsById.get(id).differ) ? "! " : "";
  return differ + word(line.term) + times;
}

function writeLines(context, taken, onScreen, inside, scale) {
  const near = scale > LINES_SPEAK;
  const order = [...shown.lines.values()].filter((line) => near || line.id === pointedAt || belongs(line));
  order.sort((a, b) => urgency(b) - urgency(a));
  order.slice(0, MOST_TRIED).forEach((line) => writeLine(context, taken, line, onScreen, inside));
}

/* Lines of what was chosen, or of the name that was. */
function belongs(line) {
  return lit !== null && lit.has(line.from) && lit.has(line.to);
}

function urgency(line) {
  return (line.id === pointedAt ? 1e6 : 0) + (belongs(line) ? 1e3 : 0) + line.support;
}

function writeLine(context, taken, line, onScreen, inside) {
  const text = lineText(line);
  const edge = network.body.edges[line.id];
  if (!text || !edge || !edge.connected || (lit && !belongs(line) && line.id !== pointedAt)) return;
  const font = "12.5px " + FACE;
  const half = lengthOf(context, text, font) / 2 + 3;
  for (const part of [0.5, 0.4, 0.6, 0.32, 0.68]) {
    const [x, y] = onScreen(edge.edgeType.getPoint(part));
    if (!inside([x, y])) continue;
    const box = [x - half, y - 9, x + half, y + 9];
    if (!taken.free(box)) continue;
    taken.take(box, line.id);
    const stroke = page.strokes[line.status] || {};
    const color = stroke.color || "#5b6875";
    written.push({ id: line.id, line: true, box, text, font, color, struck: Boolean(stroke.struck) });
    return paint(context, written[written.length - 1]);
  }
}

/* The name or line whose label is at a point of the screen. */
function labelAt({ x, y }) {
  return written.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
}
