// The note of a card, in Markdown: shown as it will be read, and written in a plain field.
import { useEffect, useId, useRef, useState } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import { Button } from "../../ui/button.tsx";
import { ClippedMarkdown } from "../../ui/markdown.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly value: string;
  readonly isReadOnly: boolean;
  onSettle(note: string): void;
}

export function NoteField({ value, isReadOnly, onSettle }: Props) {
  const { say } = useWords();
  const heading = useId();
  const [writing, setWriting] = useState(false);
  const { typed, type, settle } = useSettled(value, onSettle);
  const [refused, setRefused] = useState<number | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  return (
    <section
      className="card-note"
      aria-labelledby={heading}
      onBlur={({ currentTarget, relatedTarget }) => {
        settle();
        if (!currentTarget.contains(relatedTarget)) setWriting(false);
      }}
    >
      <header className="note-head">
        <h3 className="field-label" id={heading}>
          {say("cards.note")}
        </h3>
        {typed !== "" && !isReadOnly && (
          <Button look="quiet-button" onPress={() => setWriting(!writing)}>
            {say(writing ? "cards.note-preview" : "cards.note-edit")}
          </Button>
        )}
      </header>
      {typed !== "" && !writing ? (
        <ClippedMarkdown text={typed} />
      ) : (
        <textarea
          ref={field}
          className="input"
          aria-labelledby={heading}
          rows={writing ? 6 : 1}
          placeholder={say("cards.note-placeholder")}
          spellCheck={false}
          readOnly={isReadOnly}
          value={typed}
          onFocus={() => setWriting(!isReadOnly)}
          aria-invalid={refused !== null}
          onChange={({ target }) => {
            // What does not fit stays where it came from, the clipboard, and what stood here stays here.
            const isTooLong = target.value.length > limits.noteLength;
            setRefused(isTooLong ? target.value.length : null);
            if (!isTooLong) type(target.value);
          }}
        />
      )}
      {refused !== null && (
        <p className="field-error" role="alert">
          {say("cards.note-refused", { length: refused, most: limits.noteLength })}
        </p>
      )}
    </section>
  );
}
