// Words of the project's own that suggestions go by: what says that something is said, and names of its articles.
import { useState } from "react";
import { limits } from "../../../shared/schema/limits.ts";
import { type TagsetDraft, withTagset } from "../../../shared/tagsets/tagset-draft.ts";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function OwnWordsPage({ draft, onChange }: Props) {
  const { say } = useWords();
  const { ownCues = [], ownNames = [], ...others } = draft.tagset;
  const putWords = (cues: readonly string[], names: readonly string[]): void =>
    onChange(
      withTagset(draft, {
        ...others,
        ...(cues.length > 0 && { ownCues: cues }),
        ...(names.length > 0 && { ownNames: names }),
      }),
    );
  return (
    <div className="tagset-stack">
      <p className="quiet">{say("tagset.own-about")}</p>
      <WordList
        label={say("tagset.own-cues")}
        words={ownCues}
        onChange={(cues) => putWords(cues, ownNames)}
      />
      <WordList
        label={say("tagset.own-names")}
        words={ownNames}
        onChange={(names) => putWords(ownCues, names)}
      />
    </div>
  );
}

interface ListProps {
  readonly label: string;
  readonly words: readonly string[];
  onChange(words: readonly string[]): void;
}

/** One a line; what is typed stays as it is until the page is left. */
function WordList({ label, words, onChange }: ListProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(words.join("\n"));
  return (
    <TextField
      label={label}
      help={say("tagset.own-help")}
      rows={8}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(wordsIn(text));
      }}
    />
  );
}

const wordsIn = (text: string): readonly string[] =>
  [...new Set(text.split("\n").map((line) => line.trim().slice(0, limits.keyLength)))]
    .filter((word) => word !== "")
    .slice(0, limits.ownWords);
