"use strict";
/* The page's data, and its words, dates and digits in the language chosen. */

const given = JSON.parse(document.getElementById("page-data").textContent);
const page = given.page;
let language = "bn";

/* The words of a key, with {name} replaced by values. */
function word(key, values = {}) {
  const entry = page.words[key];
  const text = entry ? entry[language] : key.slice(key.indexOf(".") + 1);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function number(value) {
  const locale = language === "bn" ? "bn-BD" : "en-GB";
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

function label(id) {
  const entity = page.entities[id];
  return entity ? (language === "bn" ? entity.label_bn : entity.label_en) : id;
}

function labels(ids) {
  return (ids || []).map(label).join(language === "bn" ? " ও " : " and ");
}

/* One day, a whole month or year as such, or a range of days. */
function dates(begin, end) {
  if (!begin) return word("page.undated");
  const locale = language === "bn" ? "bn-BD" : "en-GB";
  const first = new Date(begin + "T00:00:00Z");
  const last = new Date((end || begin) + "T00:00:00Z");
  const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const startsMonth = begin.endsWith("-01");
  const after = new Date(last.getTime() + 86400000);
  const endsMonth = after.getUTCDate() === 1;
  const sameMonth = end && begin.slice(0, 7) === end.slice(0, 7);
  if (startsMonth && endsMonth && sameMonth) {
    return format({ year: "numeric", month: "long" }).format(first);
  }
  if (begin.endsWith("-01-01") && end === begin.slice(0, 4) + "-12-31") {
    return format({ year: "numeric" }).format(first);
  }
  return format({ year: "numeric", month: "long", day: "numeric" }).formatRange(first, last);
}

/* How names are compared: NFC, small letters, without the joiners that nobody types. */
function folded(text) {
  return text.normalize("NFC").toLowerCase().replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/* An element with text and children; text never becomes markup. */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("data-") || name.startsWith("aria-")) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}
