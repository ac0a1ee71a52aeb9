// A feedback report as one page of HTML that stands by itself: to be read, printed and sent.
import { htmlOf, lonePage } from "../../files/lone-page.ts";
import { message, type Text } from "../../words/message.ts";
import type { Words } from "../../words/say.ts";
import { fieldName, typeName } from "../../words/tagset-words.ts";
import type { Feedback, FeedbackArticle, FeedbackCounts, FeedbackItem } from "./feedback.ts";

interface PageOptions {
  /** The project's name. */
  readonly project: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly generator: string;
}

/** The SHA-256 of the style sheet in Base64: the page allows this sheet and nothing else. A test holds it to the sheet. */
export const styleHash = "BsMmqZmkka9YR7o2/IleEVpzyRW+tFchCcjZJrhWQas=";

export const style = `
:root{color-scheme:light;--ink:#1d1d1b;--quiet:#55544f;--line:#d9d8d4;--out:#a9231b;--in:#1c6744}
body{margin:0 auto;padding:32px 24px 64px;max-width:46rem;color:var(--ink);background:#fff;font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .3rem}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
p{margin:.3rem 0}
.quiet{color:var(--quiet)}
table{border-collapse:collapse;margin:.6rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.15rem 1.2rem .15rem 0;text-align:start;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--quiet);font-size:.85em}
td.number,th.number{text-align:end}
ol{list-style:none;margin:0;padding:0}
li{margin:0 0 .9rem;padding:.6rem .8rem;border:1px solid var(--line);border-radius:6px;break-inside:avoid}
.what{font-weight:600}
.quote{margin:.3rem 0;font-family:Georgia,serif;font-size:1.05em;overflow-wrap:anywhere}
.quote mark{background:#fbefc9;color:inherit}
dl{margin:.3rem 0 0;display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
del{color:var(--out);text-decoration-thickness:1px}
ins{color:var(--in);text-decoration:none;border-bottom:1px solid}
footer{margin-top:3rem;font-size:.85em}
@page{margin:18mm}
@media print{body{padding:0;max-width:none;font-size:11pt}}
`;

export function feedbackPage(feedback: Feedback, options: PageOptions, words: Words): string {
  const { say, date, locale } = words;
  const { annotator, counts, articles } = feedback;
  const title = say("feedback.title", { name: annotator });
  return lonePage({
    ...{ locale, style, styleHash, title: title },
    body: `<main>
<h1>${htmlOf(title)}</h1>
<p class="quiet">${htmlOf(say("feedback.of-project", { project: options.project, date: date(new Date(options.madeAt)) }))}</p>
<p>${htmlOf(leadOf(counts, words))}</p>
${countsTable(articles, words)}
${kindsTable(feedback, words)}
${articles.map((article) => articleOf(article, feedback, words)).join("\n")}
</main>
<footer class="quiet">${htmlOf(options.generator)}</footer>`,
  });
}

function leadOf({ kept, changed, removed, added, open }: FeedbackCounts, { say }: Words): string {
  const sum = say("feedback.lead", { kept, changed, removed, added, all: kept + changed + removed });
  return open > 0 ? `${sum} ${say("feedback.open", { count: open })}` : sum;
}

const countNames = ["kept", "changed", "removed", "added", "open"] as const;

function countsTable(articles: readonly FeedbackArticle[], { say, number }: Words): string {
  const head = countNames.map(
    (name) =>
      `<th scope="col" class="number">${htmlOf(say(name === "open" ? "feedback.column-open" : `feedback.${name}`))}</th>`,
  );
  const rows = articles.map(
    ({ title, counts }) =>
      `<tr><th scope="row">${outside(title)}</th>${countNames
        .map((name) => `<td class="number">${htmlOf(number(counts[name]))}</td>`)
        .join("")}</tr>`,
  );
  return `<table><thead><tr><th scope="col">${htmlOf(say("feedback.article"))}</th>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function kindsTable({ kinds, tagset }: Feedback, words: Words): string {
  const { say, tell, number } = words;
  if (kinds.length === 0) return "";
  const rows = kinds.map(
    ({ count, ...kind }) =>
      `<tr><th scope="row">${htmlOf(tell(kindName(kind, tagset)))}</th><td class="number">${htmlOf(number(count))}</td></tr>`,
  );
  return `<h2>${htmlOf(say("feedback.by-kind"))}</h2><table><thead><tr><th scope="col">${htmlOf(say("feedback.kind"))}</th><th scope="col" class="number">${htmlOf(say("feedback.times"))}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function kindName(
  { aspect, field }: Pick<Feedback["kinds"][number], "aspect" | "field">,
  tagset: Feedback["tagset"],
): Text {
  if (aspect !== "field") return message(`compare.aspect-${aspect}`);
  const cardField = tagset.fields.find(({ id }) => id === field);
  return message("compare.aspect-field", { field: cardField ? fieldName(cardField) : (field ?? "") });
}

function articleOf({ title, items }: FeedbackArticle, feedback: Feedback, words: Words): string {
  const list =
    items.length === 0
      ? `<p class="quiet">${htmlOf(words.say("feedback.nothing-changed"))}</p>`
      : `<ol>${items.map((item) => itemOf(item, feedback, words)).join("\n")}</ol>`;
  return `<section><h2>${outside(title)}</h2>${list}</section>`;
}

function itemOf(item: FeedbackItem, { tagset }: Feedback, words: Words): string {
  const { say, tell } = words;
  const type = tagset.spanTypes.find(({ id }) => id === item.type);
  const thing = item.of === "card" ? say("feedback.card") : type ? tell(typeName(type)) : (item.type ?? "");
  const [before, after] = item.around;
  const changes = item.changes.map(
    ({ theirs, curated, ...kind }) =>
      `<dt>${htmlOf(tell(kindName(kind, tagset)))}</dt><dd><del>${outside(tell(theirs))}</del> → <ins>${outside(tell(curated))}</ins></dd>`,
  );
  const decided = item.decided
    ? `<p class="quiet">${htmlOf(say("feedback.decided", { name: item.decided.by, when: whenOf(item.decided.at, words) }))}</p>`
    : "";
  return `<li><p><span class="what">${htmlOf(say(`feedback.item-${item.what}`))}</span> <span class="quiet">${outside(thing)}</span></p>
<p class="quote"><span class="quiet">${outside(before)}</span><mark>${outside(item.quote)}</mark><span class="quiet">${outside(after)}</span></p>
${changes.length > 0 ? `<dl>${changes.join("")}</dl>` : ""}${item.reason === "" ? "" : `<p>${htmlOf(say("feedback.reason"))} ${outside(item.reason)}</p>`}${decided}</li>`;
}

/** A time that is none is shown as it stands. */
function whenOf(at: string, { date }: Words): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : date(time);
}

/** Words from outside: nothing in them turns the direction of what stands around them. */
const outside = (text: string): string => `<bdi>${htmlOf(text.replace(/[\t\r\n]+/gu, " "))}</bdi>`;
