// How the file of a fresh copy is read, where it does not say that itself or says it wrongly: its encoding, which the comparison shows at
// once, and the password of one that is locked.
import { useState } from "react";
import type { CopyRef } from "../../../shared/api/methods/comparisons.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { hasEncoding } from "../../../shared/files/endings.ts";
import { isLockedPdf } from "../../../shared/importers/locked-pdf.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { EncodingField } from "../encoding-field.tsx";
import { crumbsOf } from "../projects/paths.ts";

type FileCopy = Extract<CopyRef, { kind: "file" }>;

interface Props {
  readonly copy: FileCopy;
  /** Why it could not be read. */
  readonly problem: ApiErrorData | null;
  /** Reads it anew. */
  read(copy: FileCopy): void;
}

export function CopyReading({ copy, problem, read }: Props) {
  const { encoding, ...rest } = copy;
  const file = crumbsOf(copy.path).at(-1)?.name ?? copy.path;
  return (
    <>
      {hasEncoding(copy.path) && (
        <EncodingField
          file={file}
          encoding={encoding}
          onChoose={(chosen) => read(chosen === undefined ? rest : { ...rest, encoding: chosen })}
        />
      )}
      {problem && isLockedPdf(problem, copy.path) && (
        <Password file={file} onGive={(password) => read({ ...copy, password })} />
      )}
    </>
  );
}

interface PasswordProps {
  readonly file: string;
  onGive(password: string): void;
}

function Password({ file, onGive }: PasswordProps) {
  const { say } = useWords();
  const [password, setPassword] = useState("");
  return (
    <form
      className="changes-password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== "") onGive(password);
      }}
    >
      <TextField
        autoFocus
        type="password"
        label={say("importing.password-of", { file: plainText(file) })}
        value={password}
        onChange={setPassword}
      />
      <button type="submit" className="button primary" disabled={password === ""}>
        {say("changes.open-with-password")}
      </button>
    </form>
  );
}
