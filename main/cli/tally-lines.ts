// Writes for the command line what became of the annotations of each file, and what was passed over beside them.

import { visibleText } from "../../shared/errors/visible-text.ts";
import {
  type FileTally,
  leftValuesMessage,
  passedMessage,
  type Tally,
  type TallyInAll,
} from "../../shared/interchange/tally.ts";
import type { Words } from "../../shared/words/say.ts";

/** As many files and layers as one reads in a terminal. */
const maxLines = 20;

/**
 * Where not all was taken: a line for each file where there are several, those first of which something is left out, and one for each layer that
 * was passed over and each kind of value that was left out.
 */
export function tallyLines({ files, passedOver, leftValues }: TallyInAll, { say, tell }: Words): string {
  const isWhole = ({ taken, units, moved, valuesLeft }: FileTally): boolean =>
    taken === units && moved + valuesLeft === 0;
  if (files.every(isWhole) && passedOver.length === 0) return "";
  const several = files.length > 1 ? files : [];
  const sorted = [...several.filter((one) => !isWhole(one)), ...several.filter(isWhole)];
  const lines = [
    ...sorted
      .slice(0, maxLines)
      .map(({ file, ...sums }) => `  ${visibleText(file)}: ${say("convert.tally", sums)}`),
    ...(sorted.length > maxLines
      ? [`  ${say("convert.more-files", { count: sorted.length - maxLines })}`]
      : []),
    ...passedOver.slice(0, maxLines).map((one) => `  ${visibleText(tell(passedMessage(one)))}`),
    ...(passedOver.length > maxLines ? ["  …"] : []),
    ...leftValues.slice(0, maxLines).map((one) => `  ${visibleText(tell(leftValuesMessage(one)))}`),
    ...(leftValues.length > maxLines ? ["  …"] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The same for programs, whole. */
export function tallyReport({ files, passedOver, leftValues, ...tally }: TallyInAll, { tell }: Words) {
  return {
    tally: tally satisfies Tally,
    files,
    passed: passedOver.map((one) => ({ ...one, says: tell(passedMessage(one)) })),
    valuesLeft: leftValues.map((one) => ({ ...one, says: tell(leftValuesMessage(one)) })),
  };
}
