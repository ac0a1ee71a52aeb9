// The decisions of the curated sets as a table: a row a decision, for spreadsheets and for the appendix of a study.
import Papa from "papaparse";
import { utf8 } from "../files/zip.ts";
import { formulaLike } from "../interchange/formula-guard.ts";
import type { Part } from "../interchange/passes.ts";
import { type LoggedDecision, type LoggedHad, loggedDecisions } from "./decided.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const decisionLogExporter: BundleExporter = {
  id: "decision-log",
  takes: "bundle",
  extension: "csv",
  capabilities: null,
  passes(head) {
    const decisionsOf = loggedDecisions(head);
    return [
      {
        begin: () => linesOf([[...columns]]),
        article: (article) => linesOf(decisionsOf(article).map(rowOf)),
      },
    ];
  },
};

const columns = [
  "article",
  "article_id",
  "decision_id",
  "about",
  "start",
  "end",
  "words",
  "differed_in",
  "decision",
  "taken_from",
  "result",
  "reason",
  "decided_by",
  "decided_at",
  "annotators_had",
] as const;

/** RFC 4180. What a spreadsheet would take for a formula has an apostrophe before it. */
function linesOf(rows: (string | number)[][]): readonly Part[] {
  if (rows.length === 0) return [];
  const written = Papa.unparse(rows, {
    newline: "\r\n",
    escapeFormulae: formulaLike,
  });
  return [{ name: onlyFile, bytes: utf8(`${written}\r\n`) }];
}

const rowOf = (one: LoggedDecision): (string | number)[] => [
  one.article.title,
  one.article.id,
  one.id,
  one.about,
  one.start ?? "",
  one.end ?? "",
  one.words,
  differedIn(one).join("; "),
  one.how,
  one.taken,
  one.made,
  one.reason,
  one.decidedBy,
  one.decidedAt,
  one.had.map((had, at) => `${had.annotator}: ${hadIn(one, had, at).join(" | ")}`).join("\n"),
];

/** What the card or span itself differed in, then its parts, each as `type: aspect`. */
const differedIn = ({ differed, parts }: LoggedDecision): string[] => [
  ...new Set([
    ...differed,
    ...parts.flatMap((part) => part.differed.map((aspect) => `${part.type}: ${aspect}`)),
  ]),
];

/** Its words, then what one annotator said of everything that it differed in, the parts included. */
const hadIn = ({ parts }: LoggedDecision, had: LoggedHad, at: number): string[] => [
  had.unit === null ? "–" : had.words,
  ...Object.entries(had.said).map(([aspect, said]) => `${aspect} = ${said === "" ? "–" : said}`),
  ...parts.flatMap((part) => {
    const { unit = null, words = "", said = {} } = part.had[at] ?? {};
    const aspectEntries = Object.entries(said);
    if (unit === null || aspectEntries.length === 0) return [`${part.type} = ${unit === null ? "–" : words}`];
    return aspectEntries.map(([aspect, one]) => `${part.type}: ${aspect} = ${one === "" ? "–" : one}`);
  }),
];
