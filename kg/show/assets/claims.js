"use strict";
/* The panel of events: what each article says of them, and where the articles differ. */

/* To whom; where both sides do the same, they may be named on both. */
function others(event) {
  return (event.recipients || []).filter((id) => !(event.agents || []).includes(id));
}

function badge(type, status) {
  const stroke = page.strokes[status] || {};
  const text = element(stroke.struck ? "s" : "span", { textContent: word("event." + type) });
  const made = element("span", { className: "badge", title: word("status." + status) }, text);
  made.style.borderColor = stroke.color;
  made.style.borderStyle = stroke.dashes.length ? "dashed" : "solid";
  return made;
}

async function eventPanel(ids) {
  const some = ids.slice(0, 30);
  const parts = await Promise.all(some.map(oneEvent));
  const rest = ids.length > some.length ? [element("h3", { textContent: word("page.more_events", { n: number(ids.length - some.length) }) }), timeline(ids.slice(30).map((id) => eventsById.get(id)))] : [];
  return [parts, rest];
}

async function oneEvent(id) {
  const event = eventsById.get(id);
  const passing = new Set(shown.claims.get(id) || passingClaims(event));
  const claims = (await claimsOf(id)).filter((claim) => passing.has(claim.index));
  claims.sort((a, b) => b.confidence - a.confidence);
  const count = claims.length === 1 ? word("page.one_claim") : word("page.claims", { n: number(claims.length) });
  return [
    element("h2", {}, badge(event.type, event.status), " ", nameButtons(event.agents),
      others(event).length ? " → " : "", nameButtons(others(event))),
    element("p", { className: "quiet" }, dates(event.begin, event.end), " · ", word("status." + event.status), " · ", count),
    differences(event, claims),
    await Promise.all(claims.map(claimCard)),
  ];
}

/* ------------------------------------------------------------ where articles differ */
const ASPECTS = {
  place: (claim) => labels(claim.places),
  time: (claim) => (claim.begin ? dates(claim.begin, claim.end) : ""),
  status: (claim) => word("status." + claim.status),
  agent: (claim) => labels(claim.agents),
  recipient: (claim) => labels(claim.recipients),
  number: tally,
};

function tally(claim) {
  return (claim.numbers || []).map(([what, n]) => word("number." + what, { n: number(n) })).join(", ");
}

/* Each version of what the articles do not agree on, beside the others, with who says it. */
function differences(event, claims) {
  const aspects = (event.differ || []).filter((aspect) => ASPECTS[aspect]);
  if (!aspects.length) return [];
  const named = aspects.map((aspect) => word("aspect." + aspect)).join(", ");
  const tables = aspects.map((aspect) => versions(aspect, claims)).filter(Boolean);
  return element("section", { className: "differ" }, element("h3", { textContent: word("page.disagree", { aspects: named }) }), tables);
}

function versions(aspect, claims) {
  const told = new Map();
  for (const claim of claims) {
    const value = ASPECTS[aspect](claim);
    if (value) told.set(value, [...(told.get(value) || []), claim]);
  }
  if (told.size < 2) return null;
  const cells = [...told].map(([value, by]) => element("div", { className: "version" },
    element("b", {}, element("bdi", { textContent: value })),
    [...new Set(by.map((claim) => claim.article))].slice(0, 5).map((article) => articleLine(article, (by.find((c) => c.article === article).evidence || [])[0]))));
  return element("div", { className: "versions", role: "group", "aria-label": word("aspect." + aspect) }, cells);
}

function articleLine(id, span) {
  const { headline, publisher } = articlesById.get(id) || { headline: id };
  const line = button(headline, () => change({ look: ["text", id, ...(span || [])].join("~") }), "name");
  return element("p", { className: "quiet" }, publisher ? publisher + ": " : "", line);
}

/* ------------------------------------------------------------ what one article says */
function aboutArticle(article) {
  return [article.publisher, article.published ? dates(article.published) : ""].filter(Boolean).join(", ");
}

async function claimCard(claim) {
  const article = articlesById.get(claim.article) || { headline: claim.article };
  const about = aboutArticle(article);
  const quotes = articlesById.has(claim.article) ? await Promise.all((claim.evidence || []).map((span) => quote(claim.article, span))) : [];
  return element("article", { className: "claim" },
    quotes,
    field("page.status", badge(claim.event_type, claim.status), " ", word("status." + claim.status)),
    field("page.when", dates(claim.begin, claim.end)),
    claim.places ? field("page.where", nameButtons(claim.places)) : null,
    field("page.says", claim.speakers ? nameButtons(claim.speakers) : word("page.article_says")),
    claim.numbers ? field("page.counted", tally(claim)) : null,
    claim.topic ? field("page.topic", element("bdi", { textContent: claim.topic })) : null,
    field("page.source", element("bdi", { textContent: article.headline }), about ? " — " + about : ""),
    element("p", { className: "quiet" }, word("page.sure") + " " + number(claim.confidence),
      claim.found_by ? [" · " + word("page.found_by") + " ", element("code", { textContent: claim.found_by })] : ""));
}

async function quote(id, span) {
  const text = await textOf(id);
  const sentence = element("blockquote", {}, marked(text, span[0], span[1]));
  const read = button(word("page.open_article"), () => change({ look: ["text", id, ...span].join("~") }), "read");
  sentence.append(" ", read);
  sentence.onclick = (click) => click.target.closest("button, mark.mention") || read.click();
  return sentence;
}
