// One action of the key map: its keys, each to be replaced or taken away, one more to be added, and the way back.
import { Plus, RotateCcw, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Words } from "../../../shared/words/say.ts";
import { combinationOf, isMac, isModifier, readableKeys } from "../../lib/key-combination.ts";
import { IconButton } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly title: string;
  readonly keys: readonly string[];
  readonly isChanged: boolean;
  /** The actions that claim one of the keys too, in words; `null` when there are none. */
  readonly rivals: string | null;
  onChange(keys: readonly string[]): void;
  onReset(): void;
}

export function KeyRow({ title, keys, isChanged, rivals, onChange, onReset }: Props) {
  const { say } = useWords();
  const row = useRef<HTMLLIElement>(null);
  const { waiting, setWaiting, end } = useWaitingKey(row);
  const leave = (): void => setWaiting(null);
  function remove(at: number): void {
    end();
    onChange(keys.toSpliced(at, 1));
  }
  return (
    <li ref={row} className={rivals === null ? "key-row" : "key-row conflicting"}>
      <span className="key-row-title">
        {title}
        {rivals !== null && <span className="key-rivals">{say("keys.also", { actions: rivals })}</span>}
      </span>
      <span className="key-row-keys">
        {isChanged && (
          <IconButton label={say("keys.reset", { action: title })} tiny onPress={onReset}>
            <RotateCcw size={13} aria-hidden />
          </IconButton>
        )}
        {keys.map((combination, at) =>
          waiting === at ? (
            <KeyCatcher
              key={combination}
              action={title}
              onLeave={leave}
              onRemove={() => remove(at)}
              onCatch={(caught) => {
                end();
                if (caught !== null) onChange(keys.with(at, caught));
              }}
            />
          ) : (
            <KeyChip
              key={combination}
              {...{ combination, title }}
              onChange={() => setWaiting(at)}
              onRemove={() => remove(at)}
            />
          ),
        )}
        {waiting === keys.length ? (
          <KeyCatcher
            action={title}
            onLeave={leave}
            onCatch={(caught) => {
              end();
              if (caught !== null) onChange([...keys, caught]);
            }}
          />
        ) : (
          <IconButton label={say("keys.add", { action: title })} tiny onPress={() => setWaiting(keys.length)}>
            <Plus size={13} aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}

/** The key that waits to be pressed. Once it was, the keyboard goes back to the row. */
function useWaitingKey(row: RefObject<HTMLElement | null>) {
  /** Its place; the one behind the last is a new one. */
  const [waiting, setWaiting] = useState<number | null>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (waiting !== null || !comesBack.current) return;
    comesBack.current = false;
    const chip = row.current?.querySelector<HTMLElement>(".key-chip");
    (chip ?? row.current?.querySelector<HTMLElement>("button"))?.focus();
  }, [waiting, row]);

  const end = (): void => {
    comesBack.current = true;
    setWaiting(null);
  };
  return { waiting, setWaiting, end };
}

interface KeyChipProps extends Pick<Props, "title"> {
  readonly combination: string;
  onChange(): void;
  onRemove(): void;
}

function KeyChip({ combination, title, onChange, onRemove }: KeyChipProps) {
  const words = useWords();
  return (
    <button
      type="button"
      className="key-chip"
      aria-label={words.say("keys.change", { keys: spoken(combination, words), action: title })}
      onClick={onChange}
      onKeyDown={(event) => {
        if (event.key === "Delete" || event.key === "Backspace") onRemove();
      }}
    >
      <Keys combination={combination} />
    </button>
  );
}

const spoken = (combination: string, words: Words): string =>
  readableKeys(combination, isMac(), words).join(" ");

interface KeyCatcherProps {
  /** What the action is called. */
  readonly action: string;
  /** `null`: nothing was chosen. */
  onCatch(combination: string | null): void;
  /** The keyboard went elsewhere. */
  onLeave(): void;
  onRemove?(): void;
}

/** The browser closes or opens windows and tabs with these before a page hears of them. */
const keptByBrowser = /^Mod\+(Shift\+)?[wtnq]$/u;

/** It stands where the button was that asked for it, and must hear the next key. */
const takeKeyboard = (button: HTMLButtonElement | null): void => button?.focus();

/** Waits for the key that an action shall have. Escape leaves everything as it was. */
function KeyCatcher({ action, onCatch, onLeave, onRemove }: KeyCatcherProps) {
  const { say } = useWords();
  const [isKept, setIsKept] = useState(false);
  function catchKey(event: KeyboardEvent): void {
    // Every key, also those that would close the dialog or move on, is an answer here.
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event.key)) return;
    const combination = combinationOf(event, isMac());
    if (event.key === "Escape") onCatch(null);
    else if (keptByBrowser.test(combination)) setIsKept(true);
    else onCatch(combination);
  }
  return (
    <span className="key-catcher">
      <button
        type="button"
        ref={takeKeyboard}
        className="key-chip waiting"
        aria-label={say(isKept ? "keys.press-another" : "keys.press", { action })}
        onKeyDown={catchKey}
        onBlur={onLeave}
      >
        {say(isKept ? "keys.kept" : "keys.press-short")}
      </button>
      {onRemove && (
        <IconButton
          label={say("keys.remove", { action })}
          tiny
          tabIndex={-1}
          // Before the key that waits loses the keyboard, which would take this button away.
          onPointerDown={(event) => {
            event.preventDefault();
            onRemove();
          }}
        >
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
