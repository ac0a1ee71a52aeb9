// The configuration that brat needs beside its files: which types, roles and values there are, how they are called and coloured.
import { escaped, notInName } from "../interchange/escapes.ts";
import { attributionLabel, typeOfLabel } from "../interchange/labels.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { spanTypeOf, type Tagset } from "../model/tagset.ts";

const name = (label: string): string => escaped(label, notInName);
const role = (label: string): string => escaped(label, /[^A-Za-z0-9_-]|\d$/gu);

export function annotationConf(documents: readonly Standoff[]): string {
  const labels = labelsIn(documents);
  const roles = new Set<string>();
  const relations = new Set<string>();
  const values = new Map<string, Set<string>>();
  for (const { spans, relations: all } of documents) {
    const cards = new Set(spans.filter(({ label }) => label === attributionLabel).map(({ id }) => id));
    for (const { label, from } of all) (cards.has(from) ? roles : relations).add(label);
    for (const span of spans)
      for (const { name: key, value } of span.values)
        if (/^[A-Za-z0-9_-]+$/u.test(value)) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  const entities = labels.filter((label) => label !== attributionLabel).map(name);
  const card = [...roles].sort().map((label) => `${role(label)}*:<ANY>`);
  return sections({
    entities,
    relations: [...relations].sort().map((label) => `${name(label)}\tArg1:<ANY>, Arg2:<ANY>`),
    events: labels.includes(attributionLabel)
      ? [[attributionLabel, card.join(", ")].filter(Boolean).join("\t")]
      : [],
    attributes: [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, found]) => `${name(key)}\tArg:<ANY>, Value:${[...found].sort().join("|")}`),
  });
}

export function visualConf(documents: readonly Standoff[], tagset: Tagset | undefined): string {
  const labels = labelsIn(documents);
  const type = (label: string) => tagset && spanTypeOf(tagset, typeOfLabel(label));
  return sections({
    labels: labels.map(
      (label) => `${name(label)} | ${(type(label)?.name ?? label).replace(/[|\s]+/gu, " ")}`,
    ),
    drawing: labels.flatMap((label) => {
      const colour = type(label)?.colour.light;
      return colour === undefined ? [] : [`${name(label)}\tbgColor:${colour}`];
    }),
  });
}

function labelsIn(documents: readonly Standoff[]): string[] {
  return [...new Set(documents.flatMap(({ spans }) => spans.map(({ label }) => label)))].sort();
}

const sections = (parts: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(parts)
    .map(([title, lines]) => `[${title}]\n${lines.map((line) => `${line}\n`).join("")}`)
    .join("\n");
