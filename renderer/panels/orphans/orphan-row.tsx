// One mark without a place in the list: its words, and what it was or whose it is.
import { orphanQuote } from "../../../shared/model/orphan.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { TrayItem } from "../../state/articles/orphan-tray.ts";
import type { Session } from "../../state/session/session.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";

/** Characters of its words in the list. */
const longestShown = 80;

interface Props {
  readonly session: Session;
  readonly item: TrayItem;
}

export function OrphanRow({ session, item: { orphan, whose } }: Props) {
  const { say, tell } = useWords();
  const { was } = orphan;
  const type = was.kind === "span" ? spanTypeOf(session.tagset, was.record.type) : undefined;
  return (
    <span className="opening-says">
      <span className="orphan-row-words">
        <OutsideText>{shortened(orphanQuote(orphan), longestShown)}</OutsideText>
      </span>
      <span className="orphan-row-about cut">
        {was.kind === "span"
          ? type
            ? tell(typeName(type))
            : was.record.type
          : say(`orphans.is-${was.kind}`)}
        {orphan.aside && <> · {say("orphans.is-aside")}</>}
        {whose && <PersonMark person={whose} />}
      </span>
    </span>
  );
}
