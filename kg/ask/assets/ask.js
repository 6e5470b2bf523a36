"use strict";
/* The page of the endpoint: ready questions, an editor, answers with names in place of IRIs. */

const by = (id) => document.getElementById(id);
const LABELLED = 400; // IRIs whose names are asked for in one query
const KINDS = {
  entity: { placeholder: "কিম, Kim, person/kim-jong-un" },
  date: { placeholder: "2023-09-13" },
  month: { placeholder: "2023-09" },
  text: { placeholder: "" },
};

let questions = [];
let names = new Map(); // IRI to its name, in the language chosen
let asked = ""; // the query whose answer is shown

const editor = new Yasqe(by("editor"), {
  value: "SELECT ?who ?whom WHERE { ?who kg:met ?whom }",
  persistenceId: null,
  createShareableLink: null,
  consumeShareLink: null,
  showQueryButton: false,
  resizeable: false,
  autocompleters: ["variables"],
  extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run },
});

function say(text, bad = false) {
  by("state").textContent = text;
  by("state").classList.toggle("bad", bad);
}

function made(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

async function answer(query, accept) {
  const reply = await fetch("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: query,
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply;
}

async function run() {
  const query = editor.getValue();
  say("…");
  by("answer").replaceChildren();
  by("downloads").hidden = true;
  const begin = performance.now();
  try {
    const reply = await answer(query, "application/sparql-results+json, text/turtle;q=0.9");
    const triples = reply.headers.get("content-type").startsWith("text/turtle");
    const rows = triples ? await shownText(await reply.text()) : await shownTable(await reply.json());
    const seconds = ((performance.now() - begin) / 1000).toFixed(2);
    const cut = reply.headers.get("X-Answer-Cut") ? " · উত্তর কেটে ছোট করা হয়েছে, the answer was cut" : "";
    say(`${rows} · ${seconds} s${cut}`);
    asked = query;
    by("downloads").hidden = false;
    for (const button of by("downloads").querySelectorAll("button")) {
      button.hidden = (button.dataset.kind === "text/turtle") !== triples;
    }
  } catch (error) {
    say(error.message, true);
  }
}

async function shownText(text) {
  by("answer").replaceChildren(made("pre", text));
  return `${text.split("\n").length} সারি · lines`;
}

async function shownTable(result) {
  if ("boolean" in result) {
    by("answer").replaceChildren(made("p", result.boolean ? "হ্যাঁ · yes" : "না · no"));
    return "";
  }
  const rows = result.results.bindings;
  await learn(rows.flatMap((row) => Object.values(row)).filter((cell) => cell.type === "uri"));
  const table = made("table");
  const head = table.createTHead().insertRow();
  for (const column of result.head.vars) head.append(made("th", column));
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const column of result.head.vars) line.insertCell().append(shown(row[column]));
  }
  by("answer").replaceChildren(table);
  return `${rows.length} সারি · rows`;
}

function shown(cell) {
  if (!cell) return "";
  if (cell.type !== "uri") return cell.value;
  const button = made("button", names.get(cell.value) || shortened(cell.value), { title: cell.value, type: "button" });
  button.addEventListener("click", () => about(cell.value));
  return button;
}

function shortened(iri) {
  const at = iri.indexOf("#");
  return decodeURI(at < 0 ? iri.split("/").slice(-2).join("/") : iri.slice(at + 1));
}

/* Ask for the names of IRIs, those not known yet, some hundred at a time. */
async function learn(cells) {
  const unknown = [...new Set(cells.map((cell) => cell.value))].filter((iri) => !names.has(iri));
  for (let at = 0; at < unknown.length; at += LABELLED) {
    const iris = unknown.slice(at, at + LABELLED).map((iri) => `<${iri}>`).join(" ");
    const query = `SELECT ?iri (SAMPLE(?name) AS ?label) {
      VALUES ?iri { ${iris} } ?iri skos:prefLabel|rdfs:label|dcterms:title|nif:anchorOf ?name
      FILTER (LANG(?name) IN ("", "${by("language").value}")) } GROUP BY ?iri`;
    const reply = await answer(query, "application/sparql-results+json");
    for (const row of (await reply.json()).results.bindings) names.set(row.iri.value, row.label.value);
    for (const iri of unknown.slice(at, at + LABELLED)) if (!names.has(iri)) names.set(iri, "");
  }
}

/* Everything that is said of a thing, and by what it is named. */
function about(iri) {
  editor.setValue(`SELECT DISTINCT ?subject ?property ?value WHERE {
  { BIND (<${iri}> AS ?subject) <${iri}> ?property ?value }
  UNION
  { ?subject ?property <${iri}> BIND (<${iri}> AS ?value) }
}
LIMIT 500
`);
  run();
}

function fields() {
  const question = questions.find((one) => one.name === by("question").value);
  by("params").replaceChildren();
  for (const param of question.params) {
    const label = made("label", `${param.name}${param.required ? "*" : ""} `);
    const input = made("input", "", { name: param.name, ...KINDS[param.kind] });
    input.required = param.required;
    label.append(input, " ");
    by("params").append(label);
  }
}

async function fill(event) {
  event.preventDefault();
  const given = new URLSearchParams({ language: by("language").value });
  for (const input of by("params").querySelectorAll("input")) {
    if (input.value.trim()) given.append(input.name, input.value.trim());
  }
  const reply = await fetch(`queries/${by("question").value}?${given}`);
  const text = await reply.text();
  if (!reply.ok) return say(text, true);
  editor.setValue(text);
  return run();
}

function download(event) {
  const { kind, ending } = event.target.dataset;
  if (!kind) return;
  answer(asked, kind).then(async (reply) => {
    const link = made("a", "", { download: `answer.${ending}` });
    link.href = URL.createObjectURL(await reply.blob());
    link.click();
    URL.revokeObjectURL(link.href);
  }, (error) => say(error.message, true));
}

async function begin() {
  questions = await (await fetch("queries")).json();
  for (const one of questions) {
    by("question").append(made("option", `${one.title_bn} · ${one.title_en}`, { value: one.name }));
  }
  fields();
  by("question").addEventListener("change", fields);
  by("named").addEventListener("submit", fill);
  by("ask").addEventListener("click", run);
  by("downloads").addEventListener("click", download);
  by("language").addEventListener("change", () => { names = new Map(); if (asked) run(); });
  document.body.dataset.ready = "yes";
}

begin();
