// The marks that lost their place when the text changed, one after the other: each with the words that stood around it and the places where
// it may belong. One key puts it back at one of them or at the selection, one leaves it, one puts it aside.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import { putBackOrphan, putOrphanAside } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Orphan, orphanQuote, stretchesOf } from "../../../shared/model/orphan.ts";
import { records } from "../../../shared/model/table.ts";
import { proposedPlaces } from "../../../shared/revise/propose-places.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { OrphanPlaces, type PlaceToTake } from "./orphan-places.tsx";
import "../../styles/correct.css";

interface Props {
  readonly session: Session;
  onClose(): void;
}

export function OrphansDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { orphans } = useStore(session.shown, ({ annotations }) => annotations.set);
  const [selected] = useState(() => session.view.current?.selection() ?? null);
  const [wanted, setWanted] = useState<Id | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  /** Those seen to in this dialog, the latest last: what undo takes back here. */
  const [done, setDone] = useState<readonly Id[]>([]);
  const queue = useRef<HTMLElement>(null);
  const all = [...records(orphans)].sort((a, b) => a.near - b.near || startOf(a) - startOf(b));
  const waiting = all.filter(({ aside }) => !aside);
  const aside = all.filter((orphan) => orphan.aside);
  const at = Math.max(
    0,
    waiting.findIndex(({ id }) => id === wanted),
  );
  const current = waiting[at] ?? null;
  const currentId = current?.id ?? null;
  const canWrite = !session.readOnly;
  // The keys of the queue work wherever one is in it, also once a button of the one before is gone.
  useEffect(() => {
    if (currentId !== null || done.length > 0) queue.current?.focus();
  }, [currentId, done]);

  const places: readonly PlaceToTake[] = current
    ? [
        ...proposedPlaces(session.text, current).map((place, index) => ({
          ...place,
          key: String(index + 1),
          snap: false,
        })),
        ...(selected ? [{ why: "selection" as const, segments: [selected], key: "s", snap: true }] : []),
      ]
    : [];
  /** The one behind it is next; behind the last, the one before it. */
  const goBeyond = (): void => setWanted(waiting[at + 1]?.id ?? waiting[at - 1]?.id ?? null);
  const tell = (outcome: ReturnType<Session["run"]>): void => {
    setRefusal("refusal" in outcome ? outcome.refusal : null);
    if ("refusal" in outcome) return;
    if (currentId !== null) setDone([...done, currentId]);
    goBeyond();
  };
  function take({ segments, snap }: PlaceToTake): void {
    if (!current || !canWrite) return;
    tell(session.run(putBackOrphan, { orphan: current.id, segments, snap }));
    const [first] = segments;
    if (first) session.reveal(first);
  }
  function putAside(): void {
    if (current && canWrite) tell(session.run(putOrphanAside, { orphan: current.id, aside: true }));
  }
  const go = (by: number): void => {
    setRefusal(null);
    setWanted(waiting[(at + by + waiting.length) % waiting.length]?.id ?? null);
  };
  async function undo(): Promise<void> {
    const last = done.at(-1);
    if (last === undefined) return;
    setDone(done.slice(0, -1));
    await workspace.history.undo();
    setWanted(last);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key === "z" && !event.shiftKey;
    const key = event.key.toLowerCase();
    const place =
      key === "enter" && event.target === queue.current ? places[0] : places.find((one) => one.key === key);
    if (isUndo) void undo();
    else if (isPlain && place) take(place);
    else if (isPlain && key === "a") putAside();
    else if (isPlain && (key === "j" || key === "arrowright")) go(1);
    else if (isPlain && (key === "k" || key === "arrowleft")) go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ModalDialog
      title={say("revisions.orphans-title")}
      wide
      onClose={onClose}
      foot={
        <>
          {done.length > 0 && <Button onPress={() => void undo()}>{say("revisions.orphans-undo")}</Button>}
          <Button onPress={onClose}>{say("ui.close")}</Button>
        </>
      }
    >
      <section
        ref={queue}
        className="orphan-queue"
        tabIndex={-1}
        aria-label={say("revisions.orphans-title")}
        onKeyDown={onKeyDown}
      >
        <p className="quiet" role="status">
          {current
            ? say("revisions.orphans-at", { at: at + 1, count: waiting.length, done: done.length })
            : say(aside.length > 0 ? "revisions.orphans-only-aside" : "revisions.orphans-none")}
        </p>
        {refusal && <p role="alert">{say(`refusals.${refusal}`)}</p>}
        {current && (
          <>
            <OrphanPlaces
              key={current.id}
              session={session}
              orphan={current}
              places={places}
              isDisabled={!canWrite}
              onTake={take}
            />
            <div className="orphan-doing">
              {waiting.length > 1 && (
                <Button onPress={() => go(1)}>
                  {say("revisions.orphan-leave")} <kbd>J</kbd>
                </Button>
              )}
              <Button isDisabled={!canWrite} onPress={putAside}>
                {say("revisions.orphan-aside")} <kbd>A</kbd>
              </Button>
            </div>
          </>
        )}
      </section>
      {aside.length > 0 && <AsideList session={session} orphans={aside} isDisabled={!canWrite} />}
    </ModalDialog>
  );
}

/** Where it stood in the text of before. */
const startOf = (orphan: Orphan): number => stretchesOf(orphan)[0]?.start ?? 0;

interface AsideProps {
  readonly session: Session;
  readonly orphans: readonly Orphan[];
  readonly isDisabled: boolean;
}

function AsideList({ session, orphans, isDisabled }: AsideProps) {
  const { say } = useWords();
  return (
    <section className="orphans-aside" aria-label={say("revisions.orphans-aside")}>
      <h3>{say("revisions.orphans-aside")}</h3>
      <ul>
        {orphans.map((orphan) => (
          <li key={orphan.id}>
            <OutsideText>{orphanQuote(orphan)}</OutsideText>{" "}
            <Button
              isDisabled={isDisabled}
              onPress={() => void session.run(putOrphanAside, { orphan: orphan.id, aside: false })}
            >
              {say("revisions.orphan-take-up")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
