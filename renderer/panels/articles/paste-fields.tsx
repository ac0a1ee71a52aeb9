// What was copied, to be brought in: with its form (headings, lists, quotes) where it came with one, or its text alone, which can be
// changed before.
import { type ClipboardEvent, useState } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Copied } from "../app-context.tsx";

export interface Pasted {
  readonly text: string;
  /** What it looks like where it came from; `null` when it came without, or is not wanted so. */
  readonly html: string | null;
  readonly name: string;
}

export interface Pasting {
  readonly pasted: Pasted;
  /** The HTML that came, wanted or not. */
  readonly came: string | null;
  change(pasted: Partial<Pasted>): void;
  take(text: string, html: string): void;
}

const formed = (html: string): string | null => (html.trim() === "" ? null : html);

export function usePaste(copied: Copied | null): Pasting {
  const [pasted, setPasted] = useState<Pasted>({
    text: copied?.text ?? "",
    html: copied ? formed(copied.html) : null,
    name: "",
  });
  const [came, setCame] = useState<string | null>(copied ? formed(copied.html) : null);
  return {
    pasted,
    came,
    change: (next) => setPasted({ ...pasted, ...next }),
    take(text, html) {
      setCame(formed(html));
      setPasted({ ...pasted, text, html: formed(html) });
    },
  };
}

/** Characters that a field for words can be worked in with: of a longer text it shows the beginning. */
const workable = 100_000;

export const isPasteable = ({ text, html }: Pasted): boolean =>
  (html ?? text).trim() !== "" && (html ?? text).length <= limits.articleLength;

export function PasteFields({ pasted, came, change, take }: Pasting) {
  const { say } = useWords();
  const { text, html, name } = pasted;
  const length = (html ?? text).length;
  const isLong = text.length > workable;
  const isTooLong = length > limits.articleLength;
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const copied = event.clipboardData.getData("text/html");
    const words = event.clipboardData.getData("text/plain");
    if (text !== "" || (formed(copied) === null && words.length <= workable)) return;
    // Put into the field by us, together with its form.
    event.preventDefault();
    take(words, copied);
  };
  const helpFor = (isFormed: boolean): string =>
    isFormed ? say("articles.paste-formed") : say("articles.paste-long", { length: text.length });
  return (
    <>
      <div onPaste={onPaste}>
        <TextField
          label={say("articles.paste")}
          rows={9}
          value={isLong ? text.slice(0, workable) : text}
          isReadOnly={html !== null || isLong}
          onChange={(next) => change({ text: next })}
          {...((html === null && !isLong) || isTooLong ? {} : { help: helpFor(html !== null) })}
          error={isTooLong ? say("articles.too-long", { length, most: limits.articleLength }) : null}
        />
      </div>
      {came !== null && (
        <SwitchField
          label={say("articles.keep-form")}
          value={html !== null}
          onChange={(wanted) => change({ html: wanted ? came : null })}
        />
      )}
      <TextField
        label={say("articles.name")}
        value={name}
        onChange={(next) => change({ name: next })}
        maxLength={200}
      />
    </>
  );
}
