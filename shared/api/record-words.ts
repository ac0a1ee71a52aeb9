// Puts the record of changes into words, in the window and on the command line alike.

import { shortened } from "../model/shortened.ts";
import type { Tagset } from "../model/tagset.ts";
import type { RecordedChange, RecordedField, RecordedLine } from "../review/record.ts";
import { fieldName, valueName } from "../words/field-words.ts";
import { isKey } from "../words/keys.ts";
import type { Words } from "../words/say.ts";

/** Code units of a value that are shown. */
const longest = 160;

const short = (text: string): string => shortened(text, longest);

/** What was done, as the history says it; what took something back, or did it again, says so. */
export function changeWords(
  { command, undoes, redoes }: Pick<RecordedChange, "command" | "undoes" | "redoes">,
  { say, tell }: Words,
): string {
  const key = `history.did-${command}`;
  const what = isKey(key) ? tell({ key, values: {} }) : say("history.did-change");
  if (undoes !== undefined) return say("history.took-back", { what });
  return redoes === undefined ? what : say("history.did-again", { what });
}

/** `card added: “the bridge is safe”`. */
export function lineWords({ kind, what, quote }: RecordedLine, { say, tell }: Words): string {
  const head = say(`history.line-${what}`, { kind: tell({ key: `handover.kind-${kind}`, values: {} }) });
  return quote === "" ? head : `${head}: “${short(quote)}”`;
}

/** `polarity: affirmed → denied`. */
export function fieldWords({ name, from, to }: RecordedField, tagset: Tagset, { tell }: Words): string {
  const value = (said: string): string => short(tell(valueName(name, said, tagset)));
  return `${tell(fieldName(name, tagset))}: ${value(from)} → ${value(to)}`;
}
