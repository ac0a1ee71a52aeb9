// Label Studio's labelling configuration for what an export holds: labels with their colours, relations, and for each value a choice
// or a text field.

import { emptyElement, openElement } from "../files/xml.ts";
import { type NamedFile, utf8 } from "../files/zip.ts";
import { nameOfField, typeOfLabel } from "../interchange/labels.ts";
import { relationsWithTies, type Survey } from "../interchange/survey.ts";
import { spanTypeOf, type Tagset } from "../model/tagset.ts";
import type { About } from "./exporter.ts";

/** Names of controls that are not values. */
const reservedName = /^(?:label|text|value_.*)$/u;

/** By which control a value is shown. */
export function valueControl(
  name: string,
  tagset: Tagset | undefined,
): { readonly control: string; readonly type: "choices" | "textarea" } {
  const field = tagset?.fields.find(({ id }) => nameOfField(id) === name);
  return { control: reservedName.test(name) ? `value_${name}` : name, type: field ? "choices" : "textarea" };
}

export function labellingConfiguration(survey: Survey, { tagset }: About): NamedFile {
  const { labels, values } = survey;
  const relations = relationsWithTies(survey);
  const lines = [
    "<View>",
    `  ${openElement("Labels", { name: "label", toName: "text" })}`,
    ...labels.map((value) => {
      const background = tagset && spanTypeOf(tagset, typeOfLabel(value))?.colour.light;
      return `    ${emptyElement("Label", { value, background })}`;
    }),
    "  </Labels>",
    `  ${emptyElement("Text", { name: "text", value: "$text", granularity: "symbol" })}`,
    ...(relations.length === 0
      ? []
      : [
          "  <Relations>",
          ...relations.map((value) => `    ${emptyElement("Relation", { value })}`),
          "  </Relations>",
        ]),
    ...Array.from(values).flatMap(([name, found]) => {
      const { control, type } = valueControl(name, tagset);
      const common = { name: control, toName: "text", perRegion: "true" };
      if (type === "textarea") return [`  ${emptyElement("TextArea", common)}`];
      const choices = found.map((value) => `    ${emptyElement("Choice", { value })}`);
      return [`  ${openElement("Choices", common)}`, ...choices, "  </Choices>"];
    }),
    "</View>",
  ];
  return { name: "labeling-config.xml", bytes: utf8(lines.map((line) => `${line}\n`).join("")) };
}
