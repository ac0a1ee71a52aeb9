import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTimeElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { formatName } from "../../../shared/exporters/exporter.ts";
import { exporters } from "../../../shared/exporters/index.ts";
import { de } from "../../../shared/words/de/index.ts";
import { en } from "../../../shared/words/en/index.ts";
import { type Language, languages } from "../../../shared/words/language.ts";

type Rooms = Readonly<Record<string, Readonly<Record<string, string>>>>;
const catalogues: Readonly<Record<Language, Rooms>> = { en, de };
const messagesOf = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(catalogues[language]).flatMap(([room, messages]) =>
      Object.entries(messages).map(([name, text]) => [`${room}.${name}`, text] as const),
    ),
  );

/** Every element of a message, those in branches too. */
function elementsOf(elements: readonly MessageFormatElement[]): readonly MessageFormatElement[] {
  return elements.flatMap((element) =>
    isPluralElement(element) || isSelectElement(element)
      ? [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
      : [element],
  );
}

const parsed = (text: string) => elementsOf(parse(text, { ignoreTag: true }));

const kindOf = (element: MessageFormatElement): string | null => {
  if (isArgumentElement(element)) return "text";
  if (isNumberElement(element) || isPluralElement(element)) return "number";
  if (isDateElement(element) || isTimeElement(element)) return "date";
  return isSelectElement(element) ? Object.keys(element.options).sort().join("|") : null;
};

/** The names of a message's values with what each must be. */
const argumentsIn = (text: string): readonly string[] =>
  [
    ...new Set(
      parsed(text).flatMap((element) => {
        const kind = kindOf(element);
        return kind === null || !("value" in element) ? [] : [`${String(element.value)}: ${kind}`];
      }),
    ),
  ].sort();

for (const language of languages) {
  test(`${language}: every message of the English catalogue is there, with the same values`, () => {
    const shape = (messages: ReadonlyMap<string, string>) =>
      Object.fromEntries([...messages].map(([key, text]) => [key, argumentsIn(text)]));
    expect(shape(messagesOf(language))).toEqual(shape(messagesOf("en")));
  });

  test(`${language}: every plural has the forms of its language, and every select an “other”`, () => {
    const wrong = [...messagesOf(language)].flatMap(([key, text]) =>
      parsed(text).flatMap((element) => {
        if (isSelectElement(element)) return "other" in element.options ? [] : [`${key}: no “other”`];
        if (!isPluralElement(element)) return [];
        const rules = new Intl.PluralRules(language, { type: element.pluralType ?? "cardinal" });
        return rules
          .resolvedOptions()
          .pluralCategories.filter((category) => !(category in element.options))
          .map((category) => `${key}: no “${category}”`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test(`${language}: no message is empty, untrimmed, or typed with straight quotation marks`, () => {
    const wrong = [...messagesOf(language)].filter(
      ([, text]) => text.trim() !== text || !text || /['"]/u.test(text),
    );
    expect(wrong).toEqual([]);
  });
}

/** Formats of other tools are called the same everywhere. */
const names = new Set<string>(exporters.map((exporter) => formatName(exporter).key));

test("no message of another language was left in English", () => {
  const german = messagesOf("de");
  const same = [...messagesOf("en")].filter(
    ([key, text]) =>
      german.get(key) === text &&
      /\p{L}{3}/u.test(text.replace(/\{[^}]*\}/gu, "")) &&
      !alike.has(text) &&
      !names.has(key),
  );
  expect(same).toEqual([]);
});

/** What German and English write alike. */
const alike: ReadonlySet<string> = new Set([
  "{kind} (auto)",
  "Format",
  "Latin-1",
  "Matrix",
  "Name",
  "Text",
  "Windows-1252",
]);

test("keys are in kebab-case, but for the roles of Electron’s menu items", () => {
  const others = [...messagesOf("en").keys()].filter(
    (key) => !/^(?:menu\.\w+|\w+\.[a-z0-9]+)(?:-[a-zA-Z0-9]+)*$/u.test(key),
  );
  expect(others).toEqual([]);
});
