// One person's set of a colleague's file: what becomes of it and why, how it was carried over to another text, and, of one's own
// work from elsewhere, what changes and what is in conflict.

import { besideCuratedWords, carriedWords, outcomeWords } from "../../../shared/api/reply-words.ts";
import type { TakeInConflict, TakeInRow } from "../../../shared/api/take-in.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { fieldName, valueName } from "../../../shared/words/field-words.ts";
import { useStore } from "../../lib/store.ts";
import type { TakeInInput } from "../../state/project/exchange.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly row: TakeInRow;
  readonly decided: TakeInInput["decided"];
  onDecided(decided: TakeInInput["decided"]): void;
}

export function TakeInSet({ row, decided, onDecided }: Props) {
  const { say, tell } = useWords();
  const beside = besideCuratedWords(row);
  const { annotator, outcome, spans, cards, merge, again } = row;
  const isTakenIn = outcome === "new" || outcome === "newer" || outcome === "own" || outcome === "curated";
  return (
    <li className="exchange-set">
      <p className="exchange-set-head">
        <span className="exchange-name">
          <OutsideText>{annotator.name}</OutsideText>
        </span>
        <span className="exchange-outcome" data-taken={isTakenIn}>
          {say(`handover.outcome-${outcome}`)}
        </span>
        <span className="quiet">{say("handover.counts", { spans, cards })}</span>
      </p>
      <p className="quiet">{tell(outcomeWords(row))}</p>
      {beside && <p className="quiet">{tell(beside)}</p>}
      {again && (outcome === "newer" || outcome === "curated") && (
        <p>{say("handover.again", { ...again })}</p>
      )}
      <Carried row={row} />
      {merge && outcome === "own" && (
        <>
          <p>{say("handover.merges", merge)}</p>
          {merge.conflicts.length > 0 && (
            <ul className="exchange-conflicts" aria-label={say("handover.conflicts")}>
              {merge.conflicts.map((conflict) => (
                <Conflict key={conflict.key} conflict={conflict} decided={decided} onDecided={onDecided} />
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
}

function Carried({ row }: Pick<Props, "row">) {
  const { say, tell } = useWords();
  const words = carriedWords(row);
  if (!row.carried || !words) return null;
  const { lost, lostInAll, confidence } = row.carried;
  return (
    <>
      <p>
        {tell(words)}{" "}
        {confidence !== null && say("handover.carried-context", { share: Math.round(confidence * 100) })}
      </p>
      {lost.length > 0 && (
        <details>
          <summary>
            {say(row.merge ? "handover.waiting-list" : "handover.lost-list", { count: lostInAll })}
          </summary>
          <ul className="exchange-lost">
            {lost.map(({ kind, id, quote, why }) => (
              <li key={`${kind} ${id}`}>
                <q>
                  <OutsideText>{short(quote)}</OutsideText>
                </q>
                <span className="quiet"> {say(`handover.lost-${why}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface ConflictProps extends Pick<Props, "decided" | "onDecided"> {
  readonly conflict: TakeInConflict;
}

/** One conflict, with both values, and the choice where there is one. */
export function Conflict({ conflict, decided, onDecided }: ConflictProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  const { key, kind, why, quote, fields, isDecidable } = conflict;
  const what = tell({ key: `handover.kind-${kind}`, values: {} });
  const value = (name: string, said: string): string =>
    short(tagset ? tell(valueName(name, said, tagset)) : said);
  return (
    <li className="exchange-conflict">
      <p className="note-title">
        {what} {quote !== "" && <q>{<OutsideText>{short(quote)}</OutsideText>}</q>}
      </p>
      <p className="quiet">{say(`handover.conflict-${why}`)}</p>
      {fields.length > 0 && tagset && (
        <table className="exchange-fields">
          <thead>
            <tr>
              <th scope="col">{say("handover.column-what")}</th>
              <th scope="col">{say("handover.column-ours")}</th>
              <th scope="col">{say("handover.column-theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, ours, theirs }) => (
              <tr key={name}>
                <th scope="row">{tell(fieldName(name, tagset))}</th>
                <td>
                  <OutsideText>{value(name, ours)}</OutsideText>
                </td>
                <td>
                  <OutsideText>{value(name, theirs)}</OutsideText>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isDecidable && (
        <SegmentedField
          label={say("handover.decide", { what, quote: short(quote) })}
          labelHidden
          value={
            decided.find((one) => one.key === key)?.side ??
            (conflict.removedBy === "ours" ? "theirs" : "ours")
          }
          options={[
            { id: "ours", name: say(sideOf(conflict, "ours")) },
            { id: "theirs", name: say(sideOf(conflict, "theirs")) },
          ]}
          onChange={(id) => {
            const others = decided.filter((one) => one.key !== key);
            onDecided([...others, { key, side: id }]);
          }}
        />
      )}
    </li>
  );
}

/** What choosing a side means. Where nobody chooses, work that is there stays rather than goes. */
function sideOf({ removedBy }: TakeInConflict, side: "ours" | "theirs") {
  if (side === "ours") return removedBy === "ours" ? "handover.leave-removed" : "handover.keep-ours";
  return removedBy === "ours"
    ? "handover.bring-back"
    : removedBy === "theirs"
      ? "handover.remove-too"
      : "handover.take-theirs";
}

/** Code units of a quote that a row shows. */
const longest = 160;
const short = (text: string): string => shortened(text, longest);
