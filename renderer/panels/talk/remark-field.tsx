// The field in which a remark is written: Markdown in a plain field, with the project's people offered behind an `@`.
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import {
  addressedIn,
  fittingAnnotators,
  type OpenMention,
  openMention,
} from "../../../shared/review/mentions.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useTakeFocus } from "../../ui/take-focus.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { usePeople } from "../use-annotators.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Marks the field that the key for answering goes to. */
  readonly isAnswer?: boolean;
  readonly children?: ReactNode;
  onChange(text: string): void;
  /** With the text, and the annotators whom it calls. */
  onSend(text: string, mentions: readonly Id[]): void;
  onLeave(): void;
}

/** How many people are offered at once. */
const mostOffered = 8;

export function RemarkField(props: Props) {
  const { label, value, placeholder = "", autoFocus = false, isAnswer = false, onChange, onLeave } = props;
  const { workspace } = usePanels();
  const people = usePeople();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention({ field, people, value, onChange });
  const { offered, markedAnnotator } = mention;
  const isOffering = offered.length > 0;

  const send = (): void => workspace.asWhole(() => props.onSend(value, addressedIn(value, people)));

  useTakeFocus(field, autoFocus);

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (mention.pressInOffer(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onLeave();
    }
  }

  return (
    <form
      className="remark-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="remark-field">
        <textarea
          ref={field}
          className="input"
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={isOffering ? `${id}-people` : undefined}
          aria-activedescendant={markedAnnotator ? `${id}-${markedAnnotator.id}` : undefined}
          data-answer={isAnswer ? "" : undefined}
          rows={3}
          placeholder={placeholder}
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            mention.lookForMention();
          }}
          onClick={mention.lookForMention}
          onBlur={mention.close}
          onKeyDown={press}
        />
        {isOffering && (
          <OfferedPeople id={id} people={offered} marked={markedAnnotator} onChoose={mention.complete} />
        )}
      </div>
      {props.children}
    </form>
  );
}

interface MentionField extends Pick<Props, "value" | "onChange"> {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly people: readonly Annotator[];
}

/** The name that is being typed behind an `@`, and the people who are offered for it. */
function useMention({ field, people, value, onChange }: MentionField) {
  const [open, setOpen] = useState<OpenMention | null>(null);
  const [at, setAt] = useState(0);
  const offered = open ? fittingAnnotators(open.typed, people).slice(0, mostOffered) : [];
  const markedAnnotator = offered[Math.min(at, offered.length - 1)];

  function lookForMention(): void {
    const element = field.current;
    if (!element) return;
    setOpen(openMention(element.value, element.selectionStart));
    setAt(0);
  }

  function complete({ name }: Annotator): void {
    const element = field.current;
    if (!element || !open) return;
    const end = open.start + 1 + open.typed.length;
    const textBefore = `${value.slice(0, open.start)}@${name} `;
    onChange(textBefore + value.slice(end).trimStart());
    setOpen(null);
    // The caret can only be set in the text that React is about to show.
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(textBefore.length, textBefore.length);
    });
  }

  /** Says whether the key was for the people who are offered. */
  function pressInOffer(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    if (!markedAnnotator) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + offered.length) % offered.length);
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab")
      complete(markedAnnotator);
    else if (event.key === "Escape") setOpen(null);
    else return true;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  return { offered, markedAnnotator, lookForMention, complete, close: () => setOpen(null), pressInOffer };
}

interface OfferedPeopleProps {
  /** Of the field that they are offered in. */
  readonly id: string;
  readonly people: readonly Annotator[];
  readonly marked: Annotator | undefined;
  onChoose(annotator: Annotator): void;
}

function OfferedPeople({ id, people, marked, onChoose }: OfferedPeopleProps) {
  const { say } = useWords();
  return (
    <div className="remark-people" id={`${id}-people`} role="listbox" aria-label={say("talk.people")}>
      {people.map((one) => (
        <div
          key={one.id}
          id={`${id}-${one.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={one === marked}
          className="choice"
          // Before the field loses the keyboard, and the list goes with it.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(one);
          }}
        >
          <OutsideText cut>{one.name}</OutsideText>
        </div>
      ))}
    </div>
  );
}
