// Words from outside (titles, names, paths) as text and nothing else: kept apart from the direction of the words around
// them, with control and direction characters shown by their codes, so that no name can pass for another.
import type { ReactNode } from "react";

/** Control characters, and those that order, hide or part text unseen; not the joiners, which emoji are made with. */
const unseen =
  /((?![\u200c\u200d])[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}])/u;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** More marks on one letter than any script has, which would be drawn over the lines around it. */
const pile = /(\p{Mark}{8})\p{Mark}+/gu;

/** The text's parts in turn: what can be seen, and single characters that cannot. */
export function visibleParts(text: string): readonly { readonly text: string; readonly seen: boolean }[] {
  return text
    .replace(/[\t\r\n]+/gu, " ")
    .replace(pile, "$1")
    .split(unseen)
    .map((part, at) => (at % 2 === 0 ? { text: part, seen: true } : { text: codeOf(part), seen: false }))
    .filter((part) => part.text !== "");
}

interface Props {
  readonly children: string;
  /** Cuts the end off where there is no room: of one line, or of the second of two, where the row in focus shows all. The whole is a tooltip. */
  readonly cut?: boolean | "after-two";
}

const cutClasses = { true: "cut", "after-two": "title-in-row" } as const;

export function OutsideText({ children, cut = false }: Props): ReactNode {
  const parts = visibleParts(children);
  const plain = parts.map((part) => part.text).join("");
  return (
    <bdi className={cut ? cutClasses[`${cut}`] : undefined} title={cut ? plain : undefined}>
      {parts.length === 1 && parts[0]?.seen
        ? plain
        : keyed(parts).map(({ key, part }) =>
            part.seen ? (
              part.text
            ) : (
              <span key={key} className="unseen-character">
                {part.text}
              </span>
            ),
          )}
    </bdi>
  );
}

/** The same text for places that take no elements: the window's title, a list's type-ahead, an accessible name. */
export const plainText = (text: string): string =>
  visibleParts(text)
    .map((part) => part.text)
    .join("");

const keyed = (parts: ReturnType<typeof visibleParts>) => parts.map((part, at) => ({ key: `${at}`, part }));
