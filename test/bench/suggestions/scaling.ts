// Whether the work grows with the length of the text alone: the time of one core for bad input of some length, and twice that.
import { suggest } from "../../../shared/suggestions/suggest.ts";

const pieces: readonly (readonly [name: string, piece: string, times: number])[] = [
  ["no full stop", "The mayor said that the bridge would open, and “it will hold,” she added ", 1_500],
  ["unclosed quotations", "He said “it ", 8_000],
  ["only marks", "“”\"'‘’«»„“", 8_000],
  ["apostrophes", "'said' ‘x the ", 6_000],
  ["commas", "said, the ", 8_000],
  ["short lines", "He said it is.\n", 4_000],
  ["German, no full stop", "Er sagte ob der Minister sagte, dass die „so“ und ", 3_000],
  ["German, short lines", "Er sagte der sagte sagte der und, ob die.\n", 3_000],
  ["French, short lines", "Il a dit a dit le la a dit, que les « des »\n", 3_000],
  ["tables", "1\t2\t3\t4.5 %\n", 8_000],
  ["right to left", "قال الوزير «لن نتراجع»، أضاف. ", 6_000],
];

/** As text for people. A factor of two is linear. */
export function scalingReport(): string {
  const rows = pieces.map(([name, piece, times]) => {
    const [once, twice] = [cost(piece.repeat(times)), cost(piece.repeat(2 * times))];
    const size = Math.round((piece.length * times) / 1_000);
    return `  ${name.padEnd(26)}${`${size} k`.padStart(7)}${once.toFixed(0).padStart(8)} ms${twice.toFixed(0).padStart(8)} ms  × ${(twice / once).toFixed(1)}`;
  });
  return ["bad input, and twice as much of it:", ...rows, ""].join("\n");
}

function cost(text: string): number {
  const started = process.cpuUsage();
  suggest(text, { nested: true });
  const { user, system } = process.cpuUsage(started);
  return Math.max(1, (user + system) / 1_000);
}
