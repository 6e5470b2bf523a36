"use strict";
/* Words, dates and digits in the language chosen, and elements that hold them. */

/* The words of a key, with {name} replaced by values. */
function word(key, values = {}) {
  const entry = page.words[key];
  const text = entry ? entry[state.language] : key.slice(key.indexOf(".") + 1);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

const formats = new Map();

/* Making one of Intl's formats takes a hundred times as long as using it. */
function format(kind, options) {
  const locale = state.language === "bn" ? "bn-BD" : "en-GB";
  const key = locale + kind.name + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new kind(locale, options));
  return formats.get(key);
}

function number(value) {
  return format(Intl.NumberFormat, { maximumFractionDigits: 2 }).format(value);
}

function label(id, language = state.language) {
  const name = namesById.get(id);
  return name ? name[language] : id;
}

function labels(ids) {
  return (ids || []).map((id) => label(id)).join(state.language === "bn" ? " ও " : " and ");
}

function day(text) {
  return new Date(text + "T00:00:00Z");
}

function dayFormat(options) {
  return format(Intl.DateTimeFormat, { timeZone: "UTC", ...options });
}

/* One day, a whole month or year as such, or a range of days. */
function dates(begin, end, month = "long") {
  if (!begin) return word("page.undated");
  const first = day(begin);
  const last = day(end || begin);
  const endsMonth = new Date(last.getTime() + 86400000).getUTCDate() === 1;
  const sameMonth = end && begin.slice(0, 7) === end.slice(0, 7);
  if (begin.endsWith("-01") && endsMonth && sameMonth) {
    return dayFormat({ year: "numeric", month }).format(first);
  }
  if (begin.endsWith("-01-01") && end === begin.slice(0, 4) + "-12-31") {
    return dayFormat({ year: "numeric" }).format(first);
  }
  return dayFormat({ year: "numeric", month, day: "numeric" }).formatRange(first, last);
}

/* How names are compared: NFC, small letters without accents, without the joiners that
   nobody types. */
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .normalize("NFC")
    .toLowerCase();
}

/* An element with text and children; text never becomes markup. */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/^(data-|aria-|role$)/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return made;
}

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function button(text, onclick, className = "") {
  return element("button", { type: "button", textContent: text, onclick, className });
}

function byId(id) {
  return document.getElementById(id);
}
