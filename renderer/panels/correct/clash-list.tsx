// Corrections that found no place, each with the words that it was about.
import type { Clash } from "../../../shared/revise/rebase-text.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <ul className="note">
      {numbered(clashes).map(({ key, item: { before, wanted } }) => (
        <li key={key}>
          <OutsideText>{say("revisions.clash", { before, wanted })}</OutsideText>
        </li>
      ))}
    </ul>
  );
}
