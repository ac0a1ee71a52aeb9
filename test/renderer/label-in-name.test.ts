// Who speaks to the window says what a button shows: its accessible name holds those words (WCAG 2.5.3), in every language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { de } from "../../shared/words/de/index.ts";
import { en } from "../../shared/words/en/index.ts";
import { type Language, languages } from "../../shared/words/language.ts";

const root = join(import.meta.dirname, "../../renderer");
const catalogues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en,
  de,
};

/** Messages of which one names an element, and messages of which some are shown inside. */
interface Named {
  readonly where: string;
  readonly names: readonly string[];
  readonly shown: readonly string[];
}

const keysSaidIn = (node: ts.Node): readonly string[] => {
  const keys: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isJsxAttribute(inner)) return;
    if (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression) && inner.expression.text === "say") {
      const [key] = inner.arguments;
      if (key) keys.push(...keysAsked(key));
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return keys;
};

const keysAsked = (key: ts.Expression): readonly string[] => {
  if (ts.isStringLiteralLike(key)) return [key.text];
  return ts.isConditionalExpression(key) ? [...keysAsked(key.whenTrue), ...keysAsked(key.whenFalse)] : [];
};

/** Elements that show words are named by their `aria-label` where they are one whole: buttons, and what is pressed like one. */
const isPressed = (name: string): boolean => /^(?:button|Button|Press|ToggleButton|a|summary)$/u.test(name);

function namedIn(file: string): readonly Named[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && isPressed(node.openingElement.tagName.getText(source))) {
      const label = node.openingElement.attributes.properties.find(
        (one) => ts.isJsxAttribute(one) && one.name.getText(source) === "aria-label",
      );
      const value = label && ts.isJsxAttribute(label) ? label.initializer : undefined;
      const names =
        value && ts.isJsxExpression(value) && value.expression ? keysSaidIn(value.expression) : [];
      const shown = node.children.flatMap(keysSaidIn);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (names.length > 0 && shown.length > 0) found.push({ where: `${file}:${line + 1}`, names, shown });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const all = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .flatMap(namedIn);

const spoken = (text: string): string => text.replace(/\s*…/gu, "").toLowerCase();

it.each(languages)("%s: the name of what is pressed holds the words that it shows", (language) => {
  const textOf = (key: string): string => {
    const [room = "", ...name] = key.split(".");
    return catalogues[language]?.[room]?.[name.join(".")] ?? key;
  };
  expect(all.length).toBeGreaterThan(10);
  const isNamed = (names: readonly string[], shown: string): boolean =>
    names.some((name) => spoken(textOf(name)).includes(spoken(textOf(shown))));
  expect(
    all.flatMap(({ where, names, shown }) =>
      shown
        .filter((key) => !isNamed(names, key))
        .map((key) => ({ where, names: names.map(textOf), shown: textOf(key) })),
    ),
  ).toEqual([]);
});
