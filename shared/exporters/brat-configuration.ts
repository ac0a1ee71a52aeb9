// The configuration that brat needs beside its files: which types, roles and values there are, how they are called and coloured.
import { escaped, notInName } from "../interchange/escapes.ts";
import { attributionLabel, typeOfLabel } from "../interchange/labels.ts";
import type { Survey } from "../interchange/survey.ts";
import { spanTypeOf, type Tagset } from "../model/tagset.ts";

const name = (label: string): string => escaped(label, notInName);
const role = (label: string): string => escaped(label, /[^A-Za-z0-9_-]|\d$/gu);

export function annotationConf({ labels, roles, relations, values }: Survey): string {
  const words = Array.from(
    values,
    ([key, all]) => [key, all.filter((value) => /^[A-Za-z0-9_-]+$/u.test(value))] as const,
  );
  const card = roles.map((label) => `${role(label)}*:<ANY>`);
  return sections({
    entities: labels.filter((label) => label !== attributionLabel).map(name),
    relations: relations.map((label) => `${name(label)}\tArg1:<ANY>, Arg2:<ANY>`),
    events: labels.includes(attributionLabel)
      ? [[attributionLabel, card.join(", ")].filter(Boolean).join("\t")]
      : [],
    attributes: words
      .filter(([, all]) => all.length > 0)
      .map(([key, all]) => `${name(key)}\tArg:<ANY>, Value:${all.join("|")}`),
  });
}

export function visualConf({ labels }: Survey, tagset: Tagset | undefined): string {
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

const sections = (parts: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(parts)
    .map(([title, lines]) => `[${title}]\n${lines.map((line) => `${line}\n`).join("")}`)
    .join("\n");
