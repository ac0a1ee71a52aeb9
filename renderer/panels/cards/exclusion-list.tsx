// What is left out of the analysis, with the way to take it back in.
import { Undo2 } from "lucide-react";
import { includeRange } from "../../../shared/commands/index.ts";
import { records } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function ExclusionList({ session }: { readonly session: Session }) {
  const table = useStore(session.shown, ({ annotations }) => annotations.set.exclusions);
  const { say } = useWords();
  if (table.size === 0) return null;
  const exclusions = [...records(table)].sort((a, b) => a.segment.start - b.segment.start);
  return (
    <details className="exclusions">
      <summary>{say("cards.left-out", { count: exclusions.length })}</summary>
      <ul aria-label={say("cards.exclusions")}>
        {exclusions.map(({ id, segment, reason }) => (
          <li key={id} className="segment">
            <Press
              className="segment-words"
              onPress={() => session.reveal({ start: segment.start, end: segment.end }, "center")}
            >
              <OutsideText cut>{reason === "" ? segment.quote.slice(0, 120) : reason}</OutsideText>
            </Press>
            {!session.readOnly && (
              <IconButton
                label={say("cards.include")}
                tiny
                onPress={() => session.run(includeRange, { exclusion: id })}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
