// The JSON files that exporters write: indented by two spaces with a line end behind, or one value a line.

import { type NamedFile, utf8 } from "../files/zip.ts";
import type { Part } from "./passes.ts";

export function jsonFile(name: string, value: unknown): NamedFile {
  return { name, bytes: utf8(`${JSON.stringify(value, null, 2)}\n`) };
}

export function jsonLine(name: string, value: unknown): Part {
  return { name, bytes: utf8(`${JSON.stringify(value)}\n`) };
}

interface JsonList {
  begin(): readonly Part[];
  item(value: unknown): Part;
  end(): readonly Part[];
}

/** A JSON file with one long list in it, written item by item: the same bytes as of `jsonFile` with the list whole. */
export function jsonList(name: string, around: (list: readonly unknown[]) => unknown): JsonList {
  let mark = "items";
  const bare = JSON.stringify(around([]));
  while (bare.includes(mark)) mark += "'";
  const [before = "", after = ""] = JSON.stringify(around([mark]), null, 2).split(JSON.stringify(mark));
  const indent = before.slice(before.lastIndexOf("\n"));
  let count = 0;
  const part = (text: string): Part => ({ name, bytes: utf8(text) });
  return {
    begin: () => [part(before.trimEnd())],
    item(value) {
      count += 1;
      const text = JSON.stringify(value, null, 2).replaceAll("\n", indent);
      return part(`${count === 1 ? "" : ","}${indent}${text}`);
    },
    end: () => [part(`${count === 0 ? after.trimStart() : after}\n`)],
  };
}
