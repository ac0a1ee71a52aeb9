// What is offered, in the order of the text, filtered: who says what in two lines, and how sure that is. The one that is looked at is
// in the inspector with all there is to it. Shows only the rows in view.
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { chooseSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { setPaneShown } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField, type Option } from "../../ui/choice-field.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { walkRows } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { SuggestionFace, suggestionRowHeight } from "./suggestion-face.tsx";
import { speakerOf, useSuggestions } from "./use-suggestions.ts";

export function OfferedList({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { offered: all } = useSuggestions();
  const [query, setQuery] = useState<OfferedQuery>(allOffered);
  const offered = useMemo(() => listedOffered(all, query), [all, query]);
  if (all.length === 0)
    return (
      <div className="pane-empty">
        <p className="suggestions-none">{say("suggestions.none-title")}</p>
        <p className="quiet">{say("suggestions.none")}</p>
      </div>
    );
  return (
    <>
      <OfferedFilters all={all} query={query} onChange={setQuery} />
      <div className="suggestions-all">
        <span role="status" className={offered.length === all.length ? "visually-hidden" : undefined}>
          {say("suggestions.counted", { count: offered.length })}
        </span>
        <Button onPress={() => panels.ui.patch({ dialog: "accept-suggestions" })}>
          {say("suggestions.accept-several")}
        </Button>
      </div>
      {offered.length === 0 && <p className="pane-empty quiet">{say("suggestions.none-of-these")}</p>}
      <SuggestionRows session={session} offered={offered} />
    </>
  );
}

interface SuggestionRowsProps {
  readonly session: Session;
  readonly offered: readonly Offered[];
}

/** The rows in view. */
function SuggestionRows({ session, offered }: SuggestionRowsProps) {
  const panels = usePanels();
  const { say } = useWords();
  const chosenKey = useStore(suggestingOf(panels.workspace).chosen, (key) => key);
  const current = chosenKey === null ? -1 : offered.findIndex(({ key }) => key === chosenKey);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({
    scroller,
    count: offered.length,
    rowHeight: suggestionRowHeight,
    open: current,
  });
  const entry = current >= rows.first && current < rows.last ? current : rows.first;
  useEffect(() => {
    // Keys that go from one to the next elsewhere take the place in the list along.
    const list = scroller.current;
    if (current >= 0 && list?.contains(document.activeElement))
      list.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus();
  }, [current]);

  /** Here as in the article, Enter accepts what is looked at. */
  function accept(event: KeyboardEvent): void {
    if (event.key !== "Enter" || session.readOnly) return;
    event.preventDefault();
    void takeSuggestion({ ...panels, session }, event.shiftKey ? "open" : "next");
  }

  return (
    <div className="suggestions-scroller" ref={scroller}>
      <ol
        className="suggestion-list"
        aria-label={say("suggestions.list-label")}
        style={{ height: rows.height, "--row-height": `${suggestionRowHeight}px` } as CSSProperties}
        onKeyDown={walkRows(offered, (one) => chooseSuggestion(panels, one))}
      >
        {offered.slice(rows.first, rows.last).map((one, offset) => {
          const at = rows.first + offset;
          const isCurrent = at === current;
          return (
            <li
              key={one.key}
              className="suggestion-item"
              style={{ top: rows.topOf(at) }}
              aria-setsize={offered.length}
              aria-posinset={at + 1}
            >
              <button
                type="button"
                className={isCurrent ? "suggestion-row in-focus" : "suggestion-row"}
                data-row={at}
                data-pane-start={at === entry ? "" : undefined}
                tabIndex={at === entry ? 0 : -1}
                aria-current={isCurrent}
                onKeyDown={isCurrent ? accept : undefined}
                onClick={() => {
                  chooseSuggestion(panels, one);
                  setPaneShown(panels.ui, "cards", true);
                }}
              >
                <SuggestionFace session={session} one={one} />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface OfferedFiltersProps {
  readonly all: readonly Offered[];
  readonly query: OfferedQuery;
  onChange(query: OfferedQuery): void;
}

const kinds = ["direct", "mixed", "indirect"] as const;
const shares = [50, 70, 80, 90] as const;

/** What the list of suggestions can be narrowed by: speaker, kind, rule and confidence. */
function OfferedFilters({ all, query, onChange }: OfferedFiltersProps) {
  const { say, tell, compare, percent } = useWords();
  const speakers = [...new Set(all.map(speakerOf))].sort(compare);
  const rules = new Map(all.map((one) => [originKey(one), tell(reasonOf(one.card.rule, one.card.model))]));
  /** What is chosen stays in the list when nothing of it is left. */
  const field = (part: keyof OfferedQuery, label: string, every: string, options: readonly Option[]) => (
    <ChoiceField
      label={label}
      value={query[part]}
      options={[
        { id: "all", name: every },
        ...options,
        ...(query[part] === "all" || options.some(({ id }) => id === query[part])
          ? []
          : [{ id: query[part], name: query[part] }]),
      ]}
      onChange={(value) => onChange({ ...query, [part]: value })}
    />
  );
  return (
    <details className="suggestions-filter">
      <summary>{say("suggestions.filter")}</summary>
      <div className="suggestions-filters">
        {field(
          "speaker",
          say("suggestions.by-speaker"),
          say("suggestions.all-speakers"),
          speakers.map((name) => ({
            id: `@${name}`,
            name: name === "" ? say("suggestions.nobody") : name,
          })),
        )}
        {field(
          "kind",
          say("suggestions.by-kind"),
          say("suggestions.all-kinds"),
          kinds.map((id) => ({ id, name: say(`cards.kind-${id}`) })),
        )}
        {field(
          "rule",
          say("suggestions.by-rule"),
          say("suggestions.all-rules"),
          Array.from(rules, ([id, name]) => ({ id, name })),
        )}
        {field(
          "atLeast",
          say("suggestions.by-confidence"),
          say("suggestions.all-confidences"),
          shares.map((share) => ({
            id: String(share),
            name: say("suggestions.at-least", { share: percent(share / 100) }),
          })),
        )}
      </div>
    </details>
  );
}

/** `all` in a part: that part tells nothing apart. */
interface OfferedQuery {
  readonly kind: string;
  readonly rule: string;
  readonly speaker: string;
  /** In percent. */
  readonly atLeast: string;
}

const allOffered: OfferedQuery = { kind: "all", rule: "all", speaker: "all", atLeast: "all" };

/** What the list is narrowed to by a reason: a rule, or a model of the person’s own, whatever its rules are called. */
const originKey = ({ card }: Offered): string => (card.model === null ? card.rule : `@${card.model}`);

/** In their order. */
function listedOffered(
  offered: readonly Offered[],
  { kind, rule, speaker, atLeast }: OfferedQuery,
): readonly Offered[] {
  const least = atLeast === "all" ? 0 : Number(atLeast) / 100;
  return offered.filter(
    (one) =>
      (kind === "all" || one.card.kind === kind) &&
      (rule === "all" || originKey(one) === rule) &&
      (speaker === "all" || `@${speakerOf(one)}` === speaker) &&
      one.card.confidence >= least,
  );
}
