// The lines of a stream of text, one at a time, none of them longer than it may be: a file without an end of line is not held in memory.
import type { Readable } from "node:stream";

/** A line is longer than this; counted from one. */
export class LineTooLong extends Error {
  readonly number: number;

  constructor(number: number) {
    super("line-too-long");
    this.number = number;
  }
}

/** Without their ends, `\n` or `\r\n`. `most`: code units of a line. Throws `LineTooLong`. */
export async function* linesOf(stream: Readable, most: number): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  let parts: string[] = [];
  let length = 0;
  let number = 1;
  const add = (part: string): void => {
    length += part.length;
    if (length > most) throw new LineTooLong(number);
    parts.push(part);
  };
  const takeLine = (): string => {
    const line = parts.join("").replace(/\r$/u, "");
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<string>) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      add(chunk.slice(from, end));
      yield takeLine();
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield takeLine();
}
