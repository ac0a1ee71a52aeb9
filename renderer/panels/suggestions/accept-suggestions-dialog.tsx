// Accepts several suggestions at once, as one step: above a confidence, of a paragraph, of a speaker, and of these all but those that
// are left out one by one.
import { type CSSProperties, useRef, useState } from "react";
import { paragraphAt } from "../../../shared/model/article-text.ts";
import { contains } from "../../../shared/model/range.ts";
import { cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import { message } from "../../../shared/words/message.ts";
import { acceptAll } from "../../actions/suggest.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, suggestingOf, sureOfOffered } from "../../state/suggestions/suggesting.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { SliderField } from "../../ui/slider-field.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { walkRows } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { SuggestionFace, suggestionRowHeight } from "./offered-list.tsx";
import { speakerOf, useSuggestions } from "./use-suggestions.ts";
import "../../styles/opening-list.css";

interface Props {
  readonly session: Session;
  onClose(): void;
}

/** In percent. */
const usualConfidence = 90;

/** Which suggestions are listed. */
interface Filter {
  /** The article, the paragraph at the caret, or the suggestions of a speaker: their name after an `@`. */
  readonly scope: string;
  /** The least confidence, in percent. */
  readonly atLeast: number;
}

export function AcceptSuggestionsDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { offered } = useSuggestions();
  const [filter, setFilter] = useState<Filter>({ scope: "article", atLeast: usualConfidence });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const caret = workspaceCaret(session, workspace);
  const listedSuggestions = offered.filter(
    (one) => sureOfOffered(one) * 100 >= filter.atLeast && isIn(session, caret, filter.scope, one),
  );
  const chosenSuggestions = listedSuggestions.filter(({ key }) => !leftOut.has(key));
  return (
    <ModalDialog
      title={say("suggestions.accept-title")}
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          isDisabled={chosenSuggestions.length === 0}
          onPress={() => {
            onClose();
            if (acceptAll(session, chosenSuggestions) === null) return;
            session.setFocus({ span: null, card: null });
            session.say({
              kind: "result",
              says: message("suggestions.accepted", { count: chosenSuggestions.length }),
            });
          }}
        >
          {say("suggestions.accept-count", { count: chosenSuggestions.length })}
        </ConfirmButtons>
      }
    >
      <p>{say("suggestions.accept-about")}</p>
      <FilterFields filter={filter} onChange={setFilter} />
      {listedSuggestions.length === 0 ? (
        <p className="quiet" role="status">
          {say("suggestions.none-of-these")}
        </p>
      ) : (
        <TickList
          session={session}
          suggestions={listedSuggestions}
          leftOut={leftOut}
          onLeaveOut={(keys, isLeftOut) =>
            setLeftOut((current) => {
              const others = [...current].filter((key) => !keys.includes(key));
              return new Set(isLeftOut ? [...others, ...keys] : others);
            })
          }
        />
      )}
    </ModalDialog>
  );
}

interface FilterFieldsProps {
  readonly filter: Filter;
  onChange(filter: Filter): void;
}

/** Of what, and how sure, the suggestions are that are listed. */
function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const { say, compare, percent } = useWords();
  const { offered } = useSuggestions();
  const speakers = [...new Set(offered.map(speakerOf))].sort(compare);
  return (
    <div className="accept-fields">
      <ChoiceField
        label={say("suggestions.accept-of")}
        value={filter.scope}
        options={[
          { id: "article", name: say("suggestions.of-article") },
          { id: "paragraph", name: say("suggestions.of-paragraph") },
          ...speakers.map((name) => ({
            id: `@${name}`,
            name: name === "" ? say("suggestions.nobody") : name,
          })),
        ]}
        onChange={(scope) => onChange({ ...filter, scope })}
      />
      <SliderField
        label={say("suggestions.by-confidence")}
        value={filter.atLeast}
        least={30}
        most={99}
        said={say("suggestions.at-least", { share: percent(filter.atLeast / 100) })}
        onChange={(atLeast) => onChange({ ...filter, atLeast })}
      />
    </div>
  );
}

interface TickListProps {
  readonly session: Session;
  readonly suggestions: readonly Offered[];
  /** Keys of suggestions, listed or not. */
  readonly leftOut: ReadonlySet<string>;
  onLeaveOut(keys: readonly string[], isLeftOut: boolean): void;
}

/** All of them, and single ones that can be left out. The arrows walk the rows, the space bar ticks. Shows only the rows in view. */
function TickList({ session, suggestions, leftOut, onLeaveOut }: TickListProps) {
  const { say } = useWords();
  const [entered, setEntered] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const count = suggestions.length;
  const open = entered < count ? entered : -1;
  const rows = useRowWindow({ scroller, count, rowHeight: suggestionRowHeight, open });
  const entry = entryRow(rows, open);
  const chosen = suggestions.filter(({ key }) => !leftOut.has(key)).length;
  return (
    <div className="accept-picker">
      <div className="accept-head">
        <label className="accept-tick">
          <input
            type="checkbox"
            checked={chosen === count}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < count;
            }}
            onChange={(event) =>
              onLeaveOut(
                suggestions.map(({ key }) => key),
                !event.target.checked,
              )
            }
          />
          {say("suggestions.accept-all")}
        </label>
        <span className="quiet" role="status">
          {say("suggestions.accept-chosen", { chosen, count })}
        </span>
      </div>
      <div className="accept-scroller" ref={scroller}>
        <ol
          className="opening-list"
          aria-label={say("suggestions.list-label")}
          style={{ height: rows.height, "--row-height": `${suggestionRowHeight}px` } as CSSProperties}
          onKeyDown={walkRows(suggestions, (one) => setEntered(suggestions.indexOf(one)))}
        >
          {suggestions.slice(rows.first, rows.last).map((one, offset) => {
            const at = rows.first + offset;
            return (
              <li
                key={one.key}
                className="opening-item"
                style={{ top: rows.topOf(at) }}
                aria-setsize={count}
                aria-posinset={at + 1}
              >
                <label className="opening-row">
                  <input
                    type="checkbox"
                    data-row={at}
                    tabIndex={at === entry ? 0 : -1}
                    checked={!leftOut.has(one.key)}
                    onFocus={() => setEntered(at)}
                    onChange={(event) => onLeaveOut([one.key], !event.target.checked)}
                  />
                  <SuggestionFace session={session} suggestion={one} />
                </label>
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

/** Where one is: at the suggestion that is looked at, or else at the caret. */
function workspaceCaret(session: Session, workspace: Parameters<typeof suggestingOf>[0]): number {
  const current = suggestingOf(workspace).current();
  return current ? cardPlace(current.card).start : (session.view.current?.caret() ?? 0);
}

function isIn(session: Session, offset: number, scope: string, one: Offered): boolean {
  if (scope === "article") return true;
  if (scope !== "paragraph") return `@${speakerOf(one)}` === scope;
  const paragraph = session.text.paragraphs[paragraphAt(session.text, offset)];
  return paragraph !== undefined && contains(paragraph, cardPlace(one.card));
}
