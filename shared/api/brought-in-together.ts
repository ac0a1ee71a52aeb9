// Joins the outcomes of an import that was done in several calls.

import { explain } from "../errors/explain.ts";
import { visibleText } from "../errors/visible-text.ts";
import { csvText } from "../interchange/csv-text.ts";
import type { Words } from "../words/say.ts";
import type { BroughtIn } from "./bringing-in.ts";

/** `again`: the next call tried files again that were refused or left out before: what came of each of them now takes the place of that. */
export function broughtInTogether(before: BroughtIn, next: BroughtIn, again: boolean): BroughtIn {
  const triedAgain = new Set(again ? filesIn(next) : []);
  const isOpen = ({ file }: { readonly file: string }): boolean => !triedAgain.has(file);
  return {
    taken: [...before.taken, ...next.taken],
    skipped: [...before.skipped.filter(isOpen), ...next.skipped],
    refused: [...before.refused.filter(isOpen), ...next.refused],
    stopped: next.stopped,
  };
}

const filesIn = ({ taken, skipped, refused }: BroughtIn): readonly string[] =>
  [...taken, ...skipped, ...refused].map(({ file }) => file);

// Writes the outcome of an import as a table that spreadsheets open: a line a file or row, with what happened and why.

export function broughtInTable({ taken, skipped, refused }: BroughtIn, { say, tell }: Words): string {
  const rows = [
    ...taken.map(({ file, article, nearly, notes, sameTextAs }) => [
      file,
      say("importing.row-taken"),
      article.title,
      article.id,
      [
        ...(sameTextAs === null ? [] : [say("importing.same-text", { title: visibleText(sameTextAs) })]),
        ...(nearly === null ? [] : [say("importing.nearly", { title: visibleText(nearly) })]),
        ...notes.map((note) => tell(note)),
      ].join("; "),
    ]),
    ...skipped.map(({ file, same, as }) => [
      file,
      say("importing.row-skipped"),
      "",
      "",
      say(same === "bytes" ? "importing.same-bytes" : "importing.same-text", { title: visibleText(as) }),
    ]),
    ...refused.map(({ file, error }) => {
      const { what, advice } = explain(error);
      return [file, say("importing.row-refused"), "", "", `${tell(what)} ${tell(advice)}`];
    }),
  ];
  const fields = [
    say("importing.column-file"),
    say("importing.column-what"),
    say("importing.column-title"),
    say("importing.column-id"),
    say("importing.column-why"),
  ];
  return `\ufeff${csvText([fields, ...rows])}`;
}
