// The decisions of the curated sets as a table: a row a decision, for spreadsheets and for the appendix of a study.
import Papa from "papaparse";
import type { Part } from "../interchange/passes.ts";
import { utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import { type LoggedDecision, loggedDecisions } from "./decided.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const decisionLogExporter: BundleExporter = {
  id: "decision-log",
  takes: "bundle",
  name: message("formats.decision-log"),
  extension: "csv",
  description: message("formats.decision-log-about"),
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
    escapeFormulae: /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/,
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
  one.differed.join("; "),
  one.how,
  one.taken,
  one.made,
  one.reason,
  one.decidedBy,
  one.decidedAt,
  one.had.map(({ annotator, unit, words }) => `${annotator}: ${unit === null ? "–" : words}`).join("\n"),
];
