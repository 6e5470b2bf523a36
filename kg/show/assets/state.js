"use strict";
/* What the reader has chosen, in one object, which is also the end of the page's address:
   a view is sent by sending the address, and the browser's back and forward work. */

const DEFAULTS = {
  language: "bn",
  look: "", // what the panel shows: node~ID, event~ID, line~ID, pair~A~B, text~ARTICLE~BEGIN~END
  focus: "", // only this name and its neighbours
  steps: 1,
  path: "", // A~B: only the way between two names; A~ while the second is wanted
  community: "",
  types: [], // classes of names that are hidden
  statuses: [], // statuses that are hidden
  kinds: [], // event classes that are hidden
  confidence: 0,
  article: "",
  source: "",
  from: "", // first and last day
  to: "",
  differ: false, // only what articles differ on
  standing: false,
  alone: false,
  halo: true,
  all: false,
  newest: false, // how all events are ordered
  view: "", // x,y,scale of the picture after the reader moved it
};

const state = structuredClone(DEFAULTS);

function initial() {
  return { ...structuredClone(DEFAULTS), confidence: page.confidence };
}

/* The chosen values that are not the usual ones, as the end of an address. */
function address() {
  const usual = initial();
  const parts = Object.keys(DEFAULTS)
    .filter((key) => String(state[key]) !== String(usual[key]))
    .map((key) => key + "=" + encodeURIComponent(String(state[key])).replace(/%2F/g, "/").replace(/%2C/g, ","));
  return "#" + parts.join("&");
}

/* The opposite. Whatever stands in an address only ever becomes one of our own values. */
function fromAddress(text) {
  const read = initial();
  for (const part of text.replace(/^#/, "").split("&")) {
    const [key, ...rest] = part.split("=");
    if (!Object.hasOwn(DEFAULTS, key)) continue;
    const value = decoded(rest.join("="));
    if (Array.isArray(DEFAULTS[key])) read[key] = value.split(",").filter(Boolean);
    else if (typeof DEFAULTS[key] === "boolean") read[key] = value === "true";
    else if (typeof DEFAULTS[key] === "number") read[key] = Number(value) || 0;
    else read[key] = value;
  }
  if (!["bn", "en"].includes(read.language)) read.language = "bn";
  read.steps = Math.min(Math.max(Math.round(read.steps), 1), 3);
  for (const key of ["from", "to"]) {
    if (!/^\d{4}-\d\d-\d\d$/.test(read[key]) || isNaN(day(read[key]))) read[key] = "";
  }
  return read;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/* Choose something. `quiet`: the way back leads past it, as for every step of a slider. */
function change(changes, quiet = false) {
  Object.assign(state, changes);
  remember(quiet);
  refresh();
}

function remember(quiet) {
  const method = quiet ? "replaceState" : "pushState";
  try {
    history[method](structuredClone(state), "", address());
  } catch {
    history[method](structuredClone(state), ""); // a page inside a page has no address of its own
  }
}

function watchAddress() {
  window.addEventListener("popstate", (event) => {
    Object.assign(state, event.state || fromAddress(location.hash));
    refresh();
  });
}
