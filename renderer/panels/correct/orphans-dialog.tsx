// The marks that lost their place when the text changed: each with its words, its card and the places where it may belong, to be
// put back there or at the selection, or put aside.
import { putBackOrphan, putOrphanAside } from "../../../shared/commands/index.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import { type Orphan, orphanQuote } from "../../../shared/model/orphan.ts";
import type { Range } from "../../../shared/model/range.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import { proposedPlaces } from "../../../shared/revise/propose-places.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import "../../styles/correct.css";

interface Props {
  readonly session: Session;
  onClose(): void;
}

export function OrphansDialog({ session, onClose }: Props) {
  const { say } = useWords();
  const { orphans } = useStore(session.shown, ({ annotations }) => annotations.set);
  const selected = session.view.current?.selection() ?? null;
  const all = [...records(orphans)].sort((a, b) => a.near - b.near || (a.id < b.id ? -1 : 1));
  const list = (of: readonly Orphan[]) => (
    <ul className="orphans">
      {of.map((orphan) => (
        <OrphanItem key={orphan.id} session={session} orphan={orphan} selected={selected} />
      ))}
    </ul>
  );
  const aside = all.filter((orphan) => orphan.aside);
  return (
    <ModalDialog
      title={say("revisions.orphans-title")}
      wide
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.close")}</Button>}
    >
      <p className="quiet">{say(all.length === 0 ? "revisions.orphans-none" : "revisions.orphans-why")}</p>
      {list(all.filter((orphan) => !orphan.aside))}
      {aside.length > 0 && (
        <section aria-label={say("revisions.orphans-aside")}>
          <h3>{say("revisions.orphans-aside")}</h3>
          {list(aside)}
        </section>
      )}
    </ModalDialog>
  );
}

interface ItemProps {
  readonly session: Session;
  readonly orphan: Orphan;
  readonly selected: Range | null;
}

/** Words of a stretch that are shown of one that is long. */
const longest = 60;

function OrphanItem({ session, orphan, selected }: ItemProps) {
  const { say } = useWords();
  const { text } = session.text;
  const wordsAt = (segments: readonly Range[]): string => {
    const words = segments.map(({ start, end }) => text.slice(start, end)).join(" … ");
    return words.length > longest ? `${words.slice(0, longest)}…` : words;
  };
  const putBack = (segments: readonly Range[], snap: boolean): void => {
    session.run(putBackOrphan, { orphan: orphan.id, segments, snap });
    const [first] = segments;
    if (first) session.reveal(first);
  };
  const card = cardWords(session, orphan);
  return (
    <li className="orphan">
      <strong>
        <OutsideText>{orphanQuote(orphan)}</OutsideText>
      </strong>
      {card !== "" && (
        <p className="quiet">
          <OutsideText>{say("revisions.orphan-card", { words: card })}</OutsideText>
        </p>
      )}
      {!session.readOnly && (
        <div className="orphan-places">
          {selected && (
            <Button onPress={() => putBack([selected], true)}>
              {say("revisions.orphan-here", { quote: wordsAt([selected]) })}
            </Button>
          )}
          {proposedPlaces(session.text, orphan).map((segments) => (
            <Button key={JSON.stringify(segments)} onPress={() => putBack(segments, false)}>
              {say("revisions.orphan-place", { quote: wordsAt(segments) })}
            </Button>
          ))}
          <Button onPress={() => session.run(putOrphanAside, { orphan: orphan.id, aside: !orphan.aside })}>
            {say(orphan.aside ? "revisions.orphan-take-up" : "revisions.orphan-aside")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What still stands in the cards that it served. */
function cardWords(session: Session, { uses }: Orphan): string {
  const { set } = session.annotations();
  return uses
    .flatMap(({ card }) => get(set.attributions, card) ?? [])
    .flatMap((card) => spansOf(card))
    .flatMap((id) => get(set.spans, id) ?? [])
    .map(spanText)
    .join(" · ");
}
