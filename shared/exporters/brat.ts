// brat standoff (https://brat.nlplab.org/standoff.html): for each article and annotator a text and an `.ann`, and the configuration
// that brat needs to show them. Cards are events. brat counts code points, CR LF as two: it opens texts by Python's `codecs`, which
// translates no line ends, though it asks for that (`open_textfile` in `server/src/annotation.py`).
import { charactersIn } from "../files/control-characters.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff, type Capabilities } from "../interchange/capabilities.ts";
import { escaped, notInName } from "../interchange/escapes.ts";
import { attributionLabel, typeOfLabel, valueNames } from "../interchange/labels.ts";
import { listedFilesPass, type Survey } from "../interchange/passes.ts";
import { relationsFrom, type Standoff } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { spanTypeOf, type Tagset } from "../model/tagset.ts";
import { bratName, textBound } from "./brat-lines.ts";
import type { StandoffExporter } from "./exporter.ts";

const capabilities: Capabilities = { ...allOfStandoff, unit: "code-points", lineEnds: false };

export const bratExporter: StandoffExporter = {
  id: "brat",
  takes: "standoffs",
  extension: "zip",
  capabilities,
  passes: (survey, { generator, tagset }) => [
    listedFilesPass(
      { annotators: survey.annotators.length, generator, capabilities },
      (document, name) => [
        { name: `${name}.txt`, bytes: utf8(document.text) },
        { name: `${name}.ann`, bytes: utf8(annotationsOf(document)) },
      ],
      [
        { name: "annotation.conf", bytes: utf8(annotationConf(survey)) },
        { name: "visual.conf", bytes: utf8(visualConf(survey, tagset)) },
      ],
    ),
  ],
};

/** brat numbers roles that stand more than once, so that a role's own last figure has to be hidden. */
const bratRole = (label: string): string => escaped(label, /[^A-Za-z0-9_-]|\d$/gu);

function annotationsOf({ text, spans, relations }: Standoff): string {
  const counting = countingOf(text, "code-points");
  const lines: string[] = [];
  const names = new Map<string, string>();
  const leaving = relationsFrom(relations);
  let events = 0;
  for (const [at, span] of spans.entries()) {
    const trigger = `T${at + 1}`;
    lines.push(textBound(trigger, span, text, counting));
    if (span.label === attributionLabel) events += 1;
    names.set(span.id, span.label === attributionLabel ? `E${events}` : trigger);
  }
  for (const [at, span] of spans.entries()) {
    if (span.label !== attributionLabel) continue;
    const counts = new Map<string, number>();
    const roles = (leaving.get(span.id) ?? []).flatMap(({ label, to }) => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      return [` ${bratRole(label)}${count === 1 ? "" : count}:${names.get(to)}`];
    });
    lines.push(`${names.get(span.id)}\t${bratName(span.label)}:T${at + 1}${roles.join("")}`);
  }
  const isEvent = new Set(spans.filter(({ label }) => label === attributionLabel).map(({ id }) => id));
  for (const [at, { label, from, to }] of relations.filter(({ from }) => !isEvent.has(from)).entries())
    lines.push(`R${at + 1}\t${bratName(label)} Arg1:${names.get(from)} Arg2:${names.get(to)}`);
  let attributes = 0;
  let notes = 0;
  for (const { id, values } of spans)
    for (const { name, value } of values) {
      if (
        name !== valueNames.note &&
        /^[A-Za-z0-9_-]+$/u.test(value) &&
        escaped(value, notInName) === value
      ) {
        attributes += 1;
        lines.push(`A${attributes}\t${bratName(name)} ${names.get(id)} ${value}`);
      } else {
        notes += 1;
        const kind =
          name === valueNames.note ? noteKind : bratName(name).replace(noteKind, "_x41_nnotatorNotes");
        lines.push(`#${notes}\t${kind} ${names.get(id)}\t${escaped(value, lineCharacters)}`);
      }
    }
  return lines.map((line) => `${line}\n`).join("");
}

const noteKind = "AnnotatorNotes";

const lineCharacters = charactersIn([0x00, 0x1f], [0x85, 0x85], [0x2028, 0x2029]);

/** Which types, roles and values there are. */
function annotationConf({ labels, roles, relations, values }: Survey): string {
  const words = Array.from(
    values,
    ([key, all]) => [key, all.filter((value) => /^[A-Za-z0-9_-]+$/u.test(value))] as const,
  );
  const card = roles.map((label) => `${bratRole(label)}*:<ANY>`);
  return sections({
    entities: labels.filter((label) => label !== attributionLabel).map(bratName),
    relations: relations.map((label) => `${bratName(label)}\tArg1:<ANY>, Arg2:<ANY>`),
    events: labels.includes(attributionLabel)
      ? [[attributionLabel, card.join(", ")].filter(Boolean).join("\t")]
      : [],
    attributes: words
      .filter(([, all]) => all.length > 0)
      .map(([key, all]) => `${bratName(key)}\tArg:<ANY>, Value:${all.join("|")}`),
  });
}

function visualConf({ labels }: Survey, tagset: Tagset | undefined): string {
  const type = (label: string) => tagset && spanTypeOf(tagset, typeOfLabel(label));
  return sections({
    labels: labels.map(
      (label) => `${bratName(label)} | ${(type(label)?.name ?? label).replace(/[|\s]+/gu, " ")}`,
    ),
    drawing: labels.flatMap((label) => {
      const colour = type(label)?.colour.light;
      return colour === undefined ? [] : [`${bratName(label)}\tbgColor:${colour}`];
    }),
  });
}

const sections = (parts: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(parts)
    .map(([title, lines]) => `[${title}]\n${lines.map((line) => `${line}\n`).join("")}`)
    .join("\n");
