// Reads a tagset that was handed on: as a tagset file, or within an annotated JSON file, which carries the one it was made
// with. All of it or nothing.

import { formatName } from "../annotated-json/version.ts";
import { jsonFaultIn, lineAndColumn } from "../files/json-syntax.ts";
import type { Tagset } from "../model/tagset.ts";
import { tagset as tagsetSchema } from "../schema/model.ts";
import { parsed } from "../schema/parsed.ts";

export const tagsetFormat = "sayso-tagset";
export const tagsetFormatVersion = 1;

/**
 * Why a file gives no tagset. `json`: it is no JSON, `line` and `column` say where; `format`: it is something else;
 * `newer`: it is of a later version; `shape`: what stands at `where` (a JSON pointer) does not fit.
 */
type TagsetFault =
  | { readonly why: "json"; readonly line: number; readonly column: number }
  | { readonly why: "format" }
  | { readonly why: "newer"; readonly version: number }
  | { readonly why: "shape"; readonly where: string };

type ReadTagset =
  | { readonly ok: true; readonly tagset: Tagset }
  | { readonly ok: false; readonly fault: TagsetFault };

/** Never throws. Problems of a tagset that fits the schema (see `tagsetProblems`) are the editor's to show. */
export function readTagset(file: string): ReadTagset {
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const fault = jsonFaultIn(text);
  if (fault) return refused({ why: "json", ...lineAndColumn(text, fault.at) });
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) return refused({ why: "format" });
  const { format, version, tagset }: { format?: unknown; version?: unknown; tagset?: unknown } = value;
  if (format !== tagsetFormat && format !== formatName) return refused({ why: "format" });
  if (format === tagsetFormat && typeof version === "number" && version > tagsetFormatVersion)
    return refused({ why: "newer", version });
  const parsedTagset = parsed(tagsetSchema, tagset);
  if (parsedTagset.success) return { ok: true, tagset: parsedTagset.data };
  const path = ["tagset", ...(parsedTagset.issues[0]?.path ?? [])];
  return refused({ why: "shape", where: `/${path.map(String).join("/")}` });
}

const refused = (fault: TagsetFault): ReadTagset => ({ ok: false, fault });
