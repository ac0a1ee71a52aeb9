// Passwords of documents that are locked: a field each. They go with the call and are kept nowhere.

import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { isLockedPdf } from "../../../shared/importers/locked-pdf.ts";
import type { Passwords } from "../../state/articles/bringing-in.ts";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly files: readonly string[];
  readonly given: Passwords;
  onGive(passwords: Passwords): void;
  /** Tries those again that have a password now. */
  onTry?(files: readonly string[]): void;
}

/** Documents that were refused for want of a password. Other formats cannot be opened with one here. */
export const lockedIn = ({ refused }: BroughtIn): string[] =>
  refused.filter(({ file, error }) => isLockedPdf(error, file)).map(({ file }) => file);

/** Passwords that are asked for at once; the rest are tried after these. */
const maxFields = 20;

export function PasswordFields({ files, given, onGive, onTry }: Props) {
  const { say, tell } = useWords();
  if (files.length === 0) return null;
  const ready = files.filter((file) => (given[file] ?? "") !== "");
  return (
    <section aria-label={say("importing.passwords")} className="bring-in-passwords">
      <p className="note-title">{say("importing.passwords")}</p>
      {files.slice(0, maxFields).map((file) => (
        <TextField
          key={file}
          type="password"
          label={say("importing.password-of", { file: plainText(file) })}
          value={given[file] ?? ""}
          onChange={(password) => onGive({ ...given, [file]: password })}
          onEnter={() => {
            if (ready.length > 0) onTry?.(ready);
          }}
        />
      ))}
      {onTry && (
        <Button isDisabled={ready.length === 0} onPress={() => onTry(ready)}>
          {say("importing.try-again")}
        </Button>
      )}
      {onTry === undefined && (
        <p className="quiet">{tell(explain({ problem: "file-locked", detail: {} }).advice)}</p>
      )}
    </section>
  );
}
