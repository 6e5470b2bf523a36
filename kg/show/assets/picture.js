"use strict";
/* What is visible, and the picture of it. */

const chosen = {
  types: new Set(), // classes of entities that are hidden
  statuses: new Set(), // statuses that are hidden
  kinds: new Set(), // event types that are hidden
  article: "",
  confidence: page.confidence,
  standing: false,
  alone: false,
  limit: page.shownAtFirst,
  revealed: new Set(), // names shown though they are below the limit
};

const nodeSet = new vis.DataSet(given.nodes);
const edgeSet = new vis.DataSet(given.edges);
const nodesById = new Map(given.nodes.map((node) => [node.id, node]));
let network = null;
let shown = { claims: new Map(), nodes: new Set(), edges: new Set(), hidden: 0 };

/* The claims of an event that pass the filters. */
function visibleClaims(event) {
  return (event.claims || []).filter(
    (claim) =>
      claim.confidence >= chosen.confidence && (!chosen.article || claim.article === chosen.article)
  );
}

function sieve() {
  const claims = new Map();
  let hidden = 0;
  for (const event of Object.values(page.events)) {
    hidden += (event.claims || []).filter((claim) => claim.confidence < chosen.confidence).length;
    if (chosen.kinds.has(event.type) || chosen.statuses.has(event.status)) continue;
    const passing = visibleClaims(event);
    if (passing.length) claims.set(event.id, passing);
  }
  const allowed = (id) => {
    const node = nodesById.get(id);
    return !chosen.types.has(node.kind) && (node.rank < chosen.limit || chosen.revealed.has(id));
  };
  const nodes = new Set();
  const edges = new Set();
  for (const edge of given.edges) {
    const present = edge.kind === "standing" ? chosen.standing : edge.events.some((e) => claims.has(e));
    if (!present || !allowed(edge.from) || !allowed(edge.to)) continue;
    edges.add(edge.id);
    nodes.add(edge.from).add(edge.to);
  }
  for (const node of given.nodes) {
    if (allowed(node.id) && (chosen.alone || chosen.revealed.has(node.id))) nodes.add(node.id);
  }
  return { claims, nodes, edges, hidden };
}

/* A line's label and width follow the events and claims that are visible. */
function edgeLook(edge, bend) {
  const events = edge.events.filter((id) => shown.claims.has(id));
  const claims = events.reduce((sum, id) => sum + shown.claims.get(id).length, 0);
  const times = events.length > 1 ? " ×" + number(events.length) : "";
  const width = edge.events.length ? Math.min(1 + Math.sqrt(claims), 7) : 1;
  return {
    id: edge.id,
    label: edge.kind === "where" ? "" : edge.sign + word(edge.term) + times,
    width: edge.kind === "where" ? 1 : width,
    smooth: bend
      ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) }
      : { enabled: false },
  };
}

/* How far each visible line bends, so that lines between the same two names fan out. */
function bends(edges) {
  const beside = new Map();
  for (const edge of edges) {
    const pair = [edge.from, edge.to].sort().join(" ");
    beside.set(pair, [...(beside.get(pair) || []), edge]);
  }
  const found = new Map();
  for (const fan of beside.values()) {
    const step = Math.min(0.2, 1.2 / fan.length);
    fan.forEach((edge, i) => {
      const turn = (i - (fan.length - 1) / 2) * step;
      // A bend is as seen from the line's own start.
      found.set(edge.id, edge.from < edge.to ? turn : -turn);
    });
  }
  return found;
}

const nodeView = new vis.DataView(nodeSet, { filter: (node) => shown.nodes.has(node.id) });
const edgeView = new vis.DataView(edgeSet, { filter: (edge) => shown.edges.has(edge.id) });

function redraw() {
  shown = sieve();
  const edges = given.edges.filter((edge) => shown.edges.has(edge.id));
  const bent = bends(edges);
  edgeSet.update(edges.map((edge) => edgeLook(edge, bent.get(edge.id))));
  nodeSet.update(given.nodes.map((node) => ({ id: node.id, label: label(node.id) })));
  nodeView.refresh();
  edgeView.refresh();
  place();
}

/* The best connected names that can be written at this scale without touching. */
function leading(scale) {
  const visible = given.nodes.filter((node) => shown.nodes.has(node.id));
  const spots = network.getPositions(visible.map((node) => node.id));
  const taken = [];
  for (const { id } of visible.sort((a, b) => a.rank - b.rank)) {
    const near = (other) =>
      Math.abs(spots[other].x - spots[id].x) * scale < 140 &&
      Math.abs(spots[other].y - spots[id].y) * scale < 30;
    if (!taken.some(near)) taken.push(id);
    if (taken.length === 40) break;
  }
  return taken;
}

/* Far away, lines lose their labels and the best connected names are written larger. */
function declutter() {
  if (!network) return;
  const step = Math.round(Math.log2(network.getScale()) * 2) / 2; // half steps: few redraws
  if (step === declutter.step) return;
  declutter.step = step;
  const larger = new Set(step < -0.5 ? leading(2 ** step) : []);
  const size = Math.round(13 / 2 ** step);
  nodeSet.update(
    given.nodes.map((node) => ({ id: node.id, font: { size: larger.has(node.id) ? size : 17 } }))
  );
  network.setOptions({ edges: { font: { size: step < -1 ? 0 : Math.min(size, 20) } } });
}

/* What is shown at first has positions of its own, in which it fills the picture. */
function place() {
  const part = [...shown.nodes].every((id) => nodesById.get(id).part_x !== undefined);
  if (part === place.part) return;
  place.part = part;
  nodeSet.update(
    given.nodes.map(({ id, x, y, part_x = x, part_y = y }) =>
      part ? { id, x: part_x, y: part_y } : { id, x, y }
    )
  );
  if (network) fit();
}

function fit() {
  network.fit();
  declutter();
}

function drawPicture(onSelect) {
  network = new vis.Network(
    document.getElementById("picture"),
    { nodes: nodeView, edges: edgeView },
    given.options
  );
  network.on("zoom", declutter);
  network.on("click", (click) => {
    if (click.nodes.length) onSelect({ node: click.nodes[0] });
    else if (click.edges.length) onSelect({ edge: click.edges[0] });
    else onSelect({});
  });
  // Before it is drawn, vis-network takes every node to be at 0,0 and fits badly.
  network.once("afterDrawing", fit);
}

/* Make a name visible with its neighbours, and bring it to the middle. */
function reveal(id) {
  if (!shown.nodes.has(id)) {
    chosen.revealed.add(id);
    for (const edge of given.edges) {
      if (edge.from === id && edge.kind !== "standing") chosen.revealed.add(edge.to);
      if (edge.to === id && edge.kind !== "standing") chosen.revealed.add(edge.from);
    }
    chosen.types.delete(nodesById.get(id).kind);
    redraw();
  }
  network.selectNodes([id]);
  network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: false });
}
