"use strict";
/* The shape and sign of each class of names, for the picture, the map and the legend. */

/* In a square of 28, the middle at 0,0. */
const OUTLINES = {
  circle: "M12 0A12 12 0 1 1-12 0A12 12 0 1 1 12 0Z",
  square: "M-11-8Q-11-11-8-11H8Q11-11 11-8V8Q11 11 8 11H-8Q-11 11-11 8Z",
  drop: "M0 13.5C-4 8-11.5 5-11.5-2.5A11.5 11 0 0 1 11.5-2.5C11.5 5 4 8 0 13.5Z",
  hexagon: "M-6.5-11.3H6.5L13 0 6.5 11.3H-6.5L-13 0Z",
};

const SIGNS = {
  Person: "M3.6-3.8A3.6 3.6 0 1 1-3.6-3.8A3.6 3.6 0 1 1 3.6-3.8ZM-6.4 7C-6.4 2.6-3.4.9 0 .9S6.4 2.6 6.4 7Z",
  Country: "M-5.4-7.4V8H-3.6V1.6H6.2L3.6-2.4 6.2-6.4H-3.6V-7.4Z",
  Place: "M4-2.6A4 4 0 1 1-4-2.6A4 4 0 1 1 4-2.6Z",
  Organization:
    "M0-7.6 7.4-3.6V-2.2H-7.4V-3.6ZM-5.8-1.2H-3.6V4.4H-5.8ZM-1.1-1.2H1.1V4.4H-1.1ZM3.6-1.2H5.8V4.4H3.6ZM-7.4 5.4H7.4V7.6H-7.4Z",
};

/* White on a dark colour, ink on a light one. */
function signColor(type) {
  const [r, g, b] = page.nodeStyle[type].color.match(/\w\w/g).map((part) => parseInt(part, 16));
  return 0.3 * r + 0.59 * g + 0.11 * b > 135 ? "#1b2733" : "#ffffff";
}

const sprites = new Map();
const SPRITES = [12, 24, 48, 96, 192];

/* The picture of a class, drawn once: thousands of paths in each frame are slow. */
function sprite(type, pixels) {
  const size = SPRITES.find((side) => side >= pixels) || SPRITES[SPRITES.length - 1];
  const key = type + size;
  if (sprites.has(key)) return sprites.get(key);
  const canvas = element("canvas", { width: size, height: size });
  const context = canvas.getContext("2d");
  context.translate(size / 2, size / 2);
  context.scale(size / 28, size / 28);
  const outline = new Path2D(OUTLINES[page.nodeStyle[type].shape]);
  context.fillStyle = page.nodeStyle[type].color;
  context.fill(outline);
  context.strokeStyle = "rgb(0 0 0 / 35%)";
  context.lineWidth = 1;
  context.stroke(outline);
  if (size > 12) {
    context.fillStyle = signColor(type);
    context.fill(new Path2D(SIGNS[type]));
  }
  sprites.set(key, canvas);
  return canvas;
}

/* Far away, a name does not shrink with the picture before it would be too small to see. */
function radius(id) {
  return nodesById.get(id).size * Math.min(Math.max(0.62 / scaleNow, 1), 3);
}

/* How vis-network draws a node: told by `shape: "custom"`. */
function drawNode({ ctx, id, x, y, state: { selected, hover } }) {
  const { kind } = nodesById.get(id);
  const size = radius(id);
  const width = size * 2;
  const paint = () => {
    ctx.globalAlpha = lit && !lit.has(id) ? 0.25 : 1;
    if (selected || hover) {
      ctx.beginPath();
      ctx.arc(x, y, size * 1.25, 0, 2 * Math.PI);
      ctx.fillStyle = selected ? "#1b2733" : "#9fb0c0";
      ctx.fill();
      ctx.beginPath();
      ctx.arc(x, y, size * 1.12, 0, 2 * Math.PI);
      ctx.fillStyle = "#ffffff";
      ctx.fill();
    }
    ctx.drawImage(sprite(kind, width * pixelsPerUnit), x - size, y - size, width, width);
    ctx.globalAlpha = 1;
  };
  return { drawNode: paint, nodeDimensions: { width, height: width } };
}

/* What the picture is drawn with just now: set by `picture.js` before each frame. */
let pixelsPerUnit = 1;
let scaleNow = 1;
let lit = null; // when something is chosen: the names that belong to it

function sample(type) {
  const { shape, color } = page.nodeStyle[type];
  return drawn(
    "svg",
    { class: "sample", viewBox: "-14 -14 28 28", "aria-hidden": "true" },
    drawn("path", { d: OUTLINES[shape], fill: color, stroke: "rgb(0 0 0 / 35%)" }),
    drawn("path", { d: SIGNS[type], fill: signColor(type) })
  );
}

function strokeSample(status) {
  const stroke = page.strokes[status] || { color: "#97a3af", dashes: [] };
  const ends = { x1: 0, y1: 5, x2: 34, y2: 5, stroke: stroke.color, "stroke-width": 3 };
  const line = drawn("line", { ...ends, "stroke-dasharray": stroke.dashes.join(" ") });
  const slash = drawn("path", { d: "M13 0L21 10M21 0L13 10", stroke: stroke.color, "stroke-width": 2 });
  return drawn("svg", { class: "stroke", "aria-hidden": "true" }, line, ...(stroke.struck ? [slash] : []));
}
