// Waits for the key that an action shall have. Escape leaves everything as it was.
import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { combinationOf, isMac, isModifier } from "../../lib/key-combination.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
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

export function KeyCatcher({ action, onCatch, onLeave, onRemove }: Props) {
  const { say } = useWords();
  const [isKept, setIsKept] = useState(false);
  function take(event: KeyboardEvent): void {
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
        onKeyDown={take}
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
