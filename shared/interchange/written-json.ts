// The JSON files that exporters write: indented by two spaces with a line end behind, or one value a line.
import { type NamedFile, utf8 } from "./zip.ts";

export function jsonFile(name: string, value: unknown): NamedFile {
  return { name, bytes: utf8(`${JSON.stringify(value, null, 2)}\n`) };
}

export function jsonLinesFile(name: string, values: readonly unknown[]): NamedFile {
  return { name, bytes: utf8(values.map((value) => `${JSON.stringify(value)}\n`).join("")) };
}
