import { expect, test } from "vitest";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import type { Text } from "../../../shared/words/message.ts";
import { createWords } from "../../../shared/words/say.ts";
import {
  choiceAbout,
  choiceName,
  fieldAbout,
  fieldName,
  flagAbout,
  flagName,
  hasShippedNames,
  roleAbout,
  roleName,
  slotName,
  tagsetName,
  typeAbout,
  typeName,
} from "../../../shared/words/tagset-words.ts";

const german = createWords({ language: "de", tag: "de-DE" });

test("every part of the tagset that ships is called in the language chosen", () => {
  const { spanTypes, slots, viaRoles, fields, flags } = newsAttribution;
  const texts: readonly Text[] = [
    tagsetName(newsAttribution),
    ...spanTypes.flatMap((type) => [typeName(type), typeAbout(type)]),
    ...slots.map(slotName),
    ...viaRoles.flatMap((role) => [roleName(role), roleAbout(role)]),
    ...fields.flatMap((field) => [
      fieldName(field),
      fieldAbout(field),
      ...(field.input === "choice" ? field.choices : []).flatMap((choice) => [
        choiceName(field, choice),
        choiceAbout(field, choice),
      ]),
    ]),
    ...flags.flatMap((flag) => [flagName(flag), flagAbout(flag)]),
  ];
  expect(texts.filter((text) => typeof text === "string" && text !== "")).toEqual([]);
});

test("what a project has named itself keeps its name", () => {
  const [type] = newsAttribution.spanTypes;
  if (!type) throw new Error("The tagset has no type.");
  expect(german.tell(typeName(type))).toBe("Sprecher");
  expect(german.tell(typeName({ ...type, name: "Person who talks" }))).toBe("Person who talks");
  expect(german.tell(typeName({ ...type, id: "__proto__" }))).toBe("Speaker");
});

test("a tagset tells whether any of its names is one that ships", () => {
  const own = { ...newsAttribution, spanTypes: [], viaRoles: [], fields: [], flags: [] };
  expect([hasShippedNames(newsAttribution), hasShippedNames(own)]).toEqual([true, false]);
});
