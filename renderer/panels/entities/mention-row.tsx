// One mention: its words among those around them, and the article it stands in.
import { Check } from "lucide-react";
import { Checkbox, GridListItem } from "react-aria-components";
import type { Mention } from "../../../shared/api/contract.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly mention: Mention;
  readonly title: string;
  readonly isReadOnly: boolean;
}

export function MentionRow({ mention, title, isReadOnly }: Props) {
  const { say } = useWords();
  const [first] = mention.span.segments;
  const words = mention.span.segments.map(({ quote }) => quote).join(" … ");
  return (
    <GridListItem id={mention.span.id} className="mention-row" textValue={plainText(words)}>
      {!isReadOnly && (
        <Checkbox slot="selection" className="tick" aria-label={say("entities.tick")}>
          <Check size={12} aria-hidden />
        </Checkbox>
      )}
      <span className="mention-words">
        <span className="mention-context">
          <OutsideText>{lastWords(first?.prefix ?? "")}</OutsideText>
          <mark>
            <OutsideText>{words}</OutsideText>
          </mark>
          <OutsideText>{mention.span.segments.at(-1)?.suffix ?? ""}</OutsideText>
        </span>
        <span className="mention-place cut">
          <OutsideText cut>{title}</OutsideText>
        </span>
      </span>
    </GridListItem>
  );
}

/** The end of what stands before a mention, without a word that is cut in two. */
function lastWords(prefix: string): string {
  const end = prefix.slice(-24);
  return end.length < prefix.length ? end.replace(/^\S*\s/u, "") : end;
}
