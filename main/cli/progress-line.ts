// How far something long is, on one line of the terminal that is written over; where nobody looks at a terminal, nothing.
import type { Progress } from "../../shared/model/work.ts";
import type { CommandLine } from "./cli-command.ts";

interface ProgressLine {
  tell(progress: Progress): void;
  /** Takes the line away. */
  end(): void;
}

const clearLine = "\r\u001b[K";

export function progressLine(
  { err, words }: Pick<CommandLine, "err" | "words">,
  isTerminal = process.stderr.isTTY === true,
): ProgressLine {
  let isShown = false;
  return {
    tell({ done, of }) {
      if (!isTerminal || of === 0) return;
      isShown = true;
      err(`${clearLine}${words.say("convert.progress", { percent: Math.floor((done / of) * 100) })}`);
    },
    end() {
      if (isShown) err(clearLine);
      isShown = false;
    },
  };
}
