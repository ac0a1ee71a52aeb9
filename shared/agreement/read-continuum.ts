// Reads a continuum from JSON: `{"length", "annotators": {name: [{"start", "end", "label"}]}}`, ends exclusive.

import { z } from "zod";
import { type Finding, pointer, wrong } from "../files/finding.ts";
import { jsonFaultIn, lineAndColumn } from "../files/json-syntax.ts";
import { parsed } from "../schema/parsed.ts";
import { message } from "../words/message.ts";
import type { Continuum } from "./continuum.ts";

type ReadContinuum =
  | { readonly ok: true; readonly continuum: Continuum }
  | { readonly ok: false; readonly problems: readonly Finding[] };

const place = z.number().min(0).max(1e12);
const schema = z.looseObject({
  length: place,
  annotators: z.record(z.string(), z.array(z.looseObject({ start: place, end: place, label: z.string() }))),
});

/** Never throws. Says what is wrong where, as a JSON pointer or a line and column. */
export function readContinuum(file: string): ReadContinuum {
  const text = file.replace(/^\ufeff/u, "");
  const fault = jsonFaultIn(text);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.at);
    const where = message("findings.place", { line: String(line), column: String(column) });
    return { ok: false, problems: [wrong(where, fault.what, fault.advice)] };
  }
  const parseResult = parsed(schema, JSON.parse(text));
  if (!parseResult.success)
    return refused(
      parseResult.issues.map(({ path, message: why }) =>
        wrong(pointer(...path), message("agreement.continuum-shape", { why }), advice),
      ),
    );
  const { length, annotators } = parseResult.data;
  const outside = Object.entries(annotators).flatMap(([name, units]) =>
    units.flatMap(({ start, end }, at) =>
      start <= end && end <= length
        ? []
        : [
            wrong(
              pointer("annotators", name, at),
              message("agreement.continuum-outside", {
                start: String(start),
                end: String(end),
                length: String(length),
              }),
              advice,
            ),
          ],
    ),
  );
  if (outside.length > 0) return refused(outside);
  return {
    ok: true,
    continuum: {
      length,
      annotators: Object.entries(annotators).map(([name, units]) => ({
        name,
        units: units.map(({ start, end, label }) => ({ start, end, label })),
      })),
    },
  };
}

const advice = message("agreement.continuum-advice");

/** How many problems of one file are listed. */
const most = 20;

const refused = (problems: readonly Finding[]): ReadContinuum => ({
  ok: false,
  problems: problems.slice(0, most),
});
