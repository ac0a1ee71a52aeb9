// The suite of WebAnno TSV 3 that INCEpTION holds its own reader to has each document as XMI too, which says what the TSV means: both are
// read to the same. It lies beside the project where there is one, and is no part of it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { takenFrom } from "./reading.ts";

const suite = new URL("../../../../shared/samples/tsv/", import.meta.url);
const isThere = existsSync(suite);
if (!isThere) process.stdout.write("skipped: the suite of WebAnno TSV is not here\n");

/** White space at the edges of marks and around all sentences is not in the TSV; these call a layer by another name there. */
const otherwise = /Whitespace|ZeroWidth.*(?:Before|Beyond)|ElevatedType|testSubToken(?:Prefix|Relation)/u;

const folders = isThere
  ? readdirSync(suite).filter((name) => existsSync(new URL(`${name}/reference.xmi`, suite)))
  : [];

function meaning(format: string, file: string, content: string): readonly unknown[] {
  const { documents, rejected } = takenFrom(format, { [file]: content });
  const [{ text, spans, relations } = { text: "", spans: [], relations: [] }] = documents;
  const placeOf = (id: string) => spans.find((one) => one.id === id)?.segments;
  const said = [
    ...spans.map(({ label, segments, values }) => ({ label, segments, values })),
    ...relations.map(({ label, from, to }) => ({ label, from: placeOf(from), to: placeOf(to) })),
  ];
  return [text, said.map((one) => JSON.stringify(one)).sort(), rejected.length];
}

it.each(folders.filter((name) => !otherwise.test(name)))("%s means the same as TSV and as XMI", (folder) => {
  const [tsv = "", xmi = ""] = ["tsv", "xmi"].map((ending) =>
    readFileSync(new URL(`${folder}/reference.${ending}`, suite), "utf8"),
  );
  // Its own tests know the layer by either name.
  const named = tsv.replaceAll("#T_SP=webanno.custom.Span|", "#T_SP=type.NamedEntity|");
  expect(meaning("webanno-tsv", "a.tsv", named)).toEqual(meaning("cas-xmi", "a.xmi", xmi));
});

it.runIf(isThere)("the suite is there as a whole", () => {
  expect(folders.length).toBeGreaterThan(70);
});
