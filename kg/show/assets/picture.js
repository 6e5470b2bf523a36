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
}

/* Labels of lines only where they can be read. */
function declutter() {
  const size = network.getScale() < 0.45 ? 0 : 13;
  if (size === declutter.size) return;
  declutter.size = size;
  network.setOptions({ edges: { font: { size } } });
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
  network.once("afterDrawing", () => (network.fit(), declutter()));
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
