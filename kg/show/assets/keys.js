"use strict";
/* What can be done with keys alone. */

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* The name that stands nearest in a direction, seen from the chosen one. */
function nextName(direction) {
  const id = state.look.startsWith("node~") ? state.look.slice(5) : "";
  const here = spots.get(id);
  if (!here) return leading.map((node) => node.id).find((one) => shown.nodes.has(one));
  let best = null;
  for (const other of shown.nodes) {
    const [dx, dy] = [spots.get(other).x - here.x, spots.get(other).y - here.y];
    const along = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (along <= 0 || aside > 2 * along) continue;
    const far = along + 2 * aside;
    if (!best || far < best.far) best = { other, far };
  }
  return best && best.other;
}

function pictureKeys(press) {
  if (MOVES[press.key]) {
    const next = nextName(MOVES[press.key]);
    if (next) chooseName(next);
  } else if (press.key === "Enter" && state.look.startsWith("node~")) {
    change({ focus: state.look.slice(5), path: "", community: "", view: "" });
  } else if (press.key === "+" || press.key === "=") zoom(1.25);
  else if (press.key === "-") zoom(0.8);
  else return;
  press.preventDefault();
}

/* One thing less is chosen with each press: the panel's, then the picture's. */
function lessChosen() {
  if (state.look) change({ look: "" });
  else if (state.path || state.focus || state.community !== "") change({ path: "", focus: "", community: "", steps: 1, view: "" });
}

function pageKeys(press) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(press.target.tagName) && press.target.type !== "checkbox" && press.target.type !== "range";
  if (typing || press.ctrlKey || press.metaKey || press.altKey || byId("help").open) return;
  if (press.key === "/") byId("search").focus();
  else if (press.key === "Escape") lessChosen();
  else if (press.key === "f") wholePicture();
  else if (press.key === "l") byId("language").click();
  else if (press.key === "?") byId("help").showModal();
  else return;
  press.preventDefault();
}

function listenKeys() {
  byId("picture").addEventListener("keydown", pictureKeys);
  document.addEventListener("keydown", pageKeys);
  byId("search").addEventListener("keydown", searchKeys);
  byId("open-help").onclick = () => byId("help").showModal();
  byId("close-help").onclick = () => byId("help").close();
}
