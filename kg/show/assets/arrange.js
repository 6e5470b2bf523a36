"use strict";
/* Places for names that were not laid out together beforehand: a focus, a path, what a
   filter brought in. The stress of all pairs of distances is lowered pair by pair (Zheng,
   Pawar, Goodman: Graph Drawing by Stochastic Gradient Descent, 2018). */

const STEP = 170;

/* At most this many are arranged here; more stay where the whole graph has them. */
const ARRANGED = 600;

function arrange(ids, lines, start) {
  const index = new Map(ids.map((id, i) => [id, i]));
  const beside = ids.map(() => new Set());
  for (const { from, to } of lines) {
    beside[index.get(from)].add(index.get(to));
    beside[index.get(to)].add(index.get(from));
  }
  const random = numbers(7);
  const spots = ids.map((id, i) => {
    const at = start.get(id);
    return at ? [at.x, at.y + (i % 7)] : [STEP * Math.sqrt(ids.length) * (random() - 0.5), STEP * Math.sqrt(ids.length) * (random() - 0.5)];
  });
  relax(spots, closer(distances(beside), ids), random);
  even(spots);
  apart(spots, ids.map((id) => 30 + 9 * label(id).length));
  return new Map(ids.map((id, i) => [id, { x: Math.round(spots[i][0]), y: Math.round(spots[i][1]) }]));
}

/* The same numbers on every run (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/* Steps between all pairs; parts that do not touch stand a little further apart. */
function distances(beside) {
  const far = Math.max(3, Math.sqrt(beside.length) * 0.9);
  return beside.map((_, from) => {
    const steps = new Float32Array(beside.length).fill(far);
    steps[from] = 0;
    const seen = new Set([from]);
    const queue = [from];
    for (const at of queue) {
      for (const next of beside[at]) {
        if (!seen.has(next)) seen.add(next), queue.push(next), (steps[next] = steps[at] + 1);
      }
    }
    return steps;
  });
}

/* Who belongs together stands closer together. */
function closer(steps, ids) {
  const group = ids.map((id) => nodesById.get(id).community);
  const factor = (a, b) => (group[a] !== undefined && group[a] === group[b] ? 0.8 : 1.25);
  return steps.map((row, a) => row.map((step, b) => step * factor(a, b)));
}

/* As `_evened` of layout.py: spread over the picture, which a few names with very many
   neighbours draw to the middle. */
function even(spots, share = 0.65) {
  if (spots.length < 24) return spots.forEach((spot) => (spot[0] *= 1.25));
  const sides = [105 * Math.sqrt(spots.length * 1.9), 105 * Math.sqrt(spots.length / 1.05)];
  for (const axis of [0, 1]) {
    const order = spots.map((_, i) => i).sort((a, b) => spots[a][axis] - spots[b][axis]);
    const [low, high] = [spots[order[0]][axis], spots[order[order.length - 1]][axis]];
    order.forEach((i, place) => {
      const now = (spots[i][axis] - low) / (high - low || 1);
      spots[i][axis] = ((1 - share) * now + (share * place) / (spots.length - 1) - 0.5) * sides[axis];
    });
  }
}

function relax(spots, steps, random) {
  const pairs = [];
  for (let a = 0; a < spots.length; a++) for (let b = a + 1; b < spots.length; b++) pairs.push([a, b]);
  const room = STEP * Math.max(1, Math.sqrt(spots.length) / 7);
  const rounds = spots.length > 200 ? 12 : 30; // the reader waits
  for (let round = 0; round < rounds; round++) {
    const rate = 100 * Math.pow(0.001, round / (rounds - 1));
    for (let i = pairs.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [pairs[i], pairs[j]] = [pairs[j], pairs[i]];
    }
    for (const [a, b] of pairs) {
      const wanted = steps[a][b];
      const dx = spots[a][0] - spots[b][0];
      const dy = spots[a][1] - spots[b][1];
      const length = Math.hypot(dx, dy) || 0.01;
      const move = (Math.min(1, rate / (wanted * wanted)) * (length - wanted * room)) / 2 / length;
      spots[a][0] -= dx * move, spots[a][1] -= dy * move;
      spots[b][0] += dx * move, spots[b][1] += dy * move;
    }
  }
}

/* Pushes names whose labels overlap apart, along the way that needs the least. */
function apart(spots, widths, height = 74) {
  for (let round = 0; round < (spots.length > 200 ? 12 : 40); round++) {
    let moved = false;
    for (let a = 0; a < spots.length; a++) {
      for (let b = a + 1; b < spots.length; b++) {
        const dx = spots[a][0] - spots[b][0];
        const dy = spots[a][1] - spots[b][1];
        const overX = (widths[a] + widths[b]) / 2 + 12 - Math.abs(dx);
        const overY = height - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        const axis = overY < overX ? 1 : 0;
        const push = ((axis ? overY : overX) / 2 + 1) * ((axis ? dy : dx) >= 0 ? 1 : -1);
        spots[a][axis] += push;
        spots[b][axis] -= push;
      }
    }
    if (!moved) return;
  }
}
