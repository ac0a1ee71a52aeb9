// The head of a REFI-QDA project: who coded, and the code book. A label is a code; under a code that is none itself stand the values
// of each name.

import { emptyElement, openElement } from "../files/xml.ts";
import { guidOf } from "../interchange/guid.ts";
import { typeOfLabel, valueNames } from "../interchange/labels.ts";
import type { Survey } from "../interchange/survey.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { About } from "./exporter.ts";

export interface CodeBook {
  /** The nth of its kind: the same in each pass. */
  guid(kind: string, n: number): string;
  user(annotator: string | null): string | undefined;
  label(label: string): string | undefined;
  value(name: string, value: string): string | undefined;
  /** Of what is known of articles. */
  variable(name: string): string | undefined;
  readonly users: readonly string[];
  readonly variables: readonly string[];
  readonly codes: readonly string[];
}

export function codeBook({ annotators, labels, values, facts, documents }: Survey, about: About): CodeBook {
  const { exportedAt, title, tagset } = about;
  const seed = JSON.stringify([exportedAt, title, documents]);
  const guid = (kind: string, n: number): string => guidOf(`${seed} ${kind}`, n);
  const named = (kind: string, names: Iterable<string>): ReadonlyMap<string, string> =>
    new Map(Array.from(names, (name, at) => [name, guid(kind, at + 1)]));
  const people = named("user", new Set(annotators.map((annotator) => annotator ?? "")));
  const codeOf = named("label", labels);
  const variables = named("variable", facts);
  const groups = named(
    "group",
    [...values.keys()].filter((name) => name !== valueNames.note),
  );
  const codesOfValues = new Map(
    Array.from(groups, ([name, group]) => [name, named(`value ${group}`, values.get(name) ?? [])]),
  );
  const code = (name: string, own: string, more: Record<string, string | undefined> = {}) => ({
    guid: own,
    name,
    isCodable: "true",
    ...more,
  });
  return {
    guid,
    user: (annotator) => people.get(annotator ?? ""),
    label: (label) => codeOf.get(label),
    value: (name, value) => codesOfValues.get(name)?.get(value),
    variable: (name) => variables.get(name),
    variables: Array.from(variables, ([name, own]) =>
      emptyElement("Variable", { guid: own, name, typeOfVariable: "Text" }),
    ),
    users: Array.from(people, ([name, own]) => emptyElement("User", { guid: own, name })),
    codes: [
      ...Array.from(codeOf, ([name, own]) =>
        emptyElement(
          "Code",
          code(name, own, { color: tagset && spanTypeOf(tagset, typeOfLabel(name))?.colour.light }),
        ),
      ),
      ...Array.from(groups, ([name, own]) =>
        element(
          "Code",
          { ...code(name, own), isCodable: "false" },
          Array.from(codesOfValues.get(name) ?? [], ([value, inner]) =>
            emptyElement("Code", code(value, inner)),
          ),
        ),
      ),
    ],
  };
}

/** An element a line, or one without content. */
export function element(
  name: string,
  attributes: Parameters<typeof emptyElement>[1],
  children: readonly string[],
): string {
  return children.length === 0
    ? emptyElement(name, attributes)
    : [openElement(name, attributes), ...children, `</${name}>`].join("\n");
}
