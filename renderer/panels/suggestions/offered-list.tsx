// The suggestions on offer, in the order of the text, filtered: who says what in two lines, and how sure that is. The one that is looked
// at is in the inspector with all there is to it. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useState } from "react";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { chooseSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, suggestingOf, sureOfOffered } from "../../state/suggestions/suggesting.ts";
import { setPaneShown } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField, type Option } from "../../ui/choice-field.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { partWords } from "./part-words.ts";
import { speakerOf, speakerWords, useSuggestions, viaSources } from "./use-suggestions.ts";

export function OfferedList({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { offered: all } = useSuggestions();
  const [query, setQuery] = useState<OfferedQuery>(allOffered);
  const offered = useMemo(() => listedOffered(all, query), [all, query]);
  const chosenKey = useStore(suggestingOf(panels.workspace).chosen, (key) => key);

  /** Here as in the article, Enter accepts what is looked at. */
  function accept(event: KeyboardEvent): void {
    if (event.key !== "Enter" || session.readOnly) return;
    event.preventDefault();
    void takeSuggestion({ ...panels, session }, event.shiftKey ? "open" : "next");
  }

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
      <OpeningList
        label={say("suggestions.list-label")}
        items={offered}
        rowHeight={suggestionRowHeight}
        open={chosenKey === null ? -1 : offered.findIndex(({ key }) => key === chosenKey)}
        keyOf={({ key }) => key}
        goTo={(one) => chooseSuggestion(panels, one)}
        row={(one) => <SuggestionFace session={session} suggestion={one} />}
        // The inspector has all of it.
        detail={() => null}
        onPress={() => setPaneShown(panels.ui, "cards", true)}
        onOpenRowKey={(_one, event) => accept(event)}
      />
    </>
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
      sureOfOffered(one) >= least,
  );
}

// A suggestion in a list: who says what in two lines, cut at the end of the second, and how sure that is.

/** Pixels of a row. */
export const suggestionRowHeight = 56;

interface Props {
  readonly session: Pick<Session, "text" | "tagset">;
  readonly suggestion: Offered;
}

export function SuggestionFace({ session, suggestion }: Props) {
  const { say, percent } = useWords();
  const { card } = suggestion;
  const { text } = session.text;
  const speaker = speakerWords(text, suggestion);
  return (
    <>
      <span className={`suggestion-says cut-after-two${card.within === null ? "" : " within"}`}>
        <span className="suggestion-who">
          <OutsideText>{speaker === "" ? say("suggestions.nobody") : speaker}</OutsideText>
        </span>{" "}
        <span className="quiet">
          {/* What each of them is stands in the inspector; here it would leave the claim no room. */}
          <OutsideText>
            {[partWords(text, card.cue), ...viaSources(session, suggestion).map(({ who }) => who)].join(
              " · ",
            )}
          </OutsideText>
        </span>{" "}
        <span className="suggestion-claim">
          <OutsideText>{partWords(text, card.claim)}</OutsideText>
        </span>
      </span>{" "}
      <span className="suggestion-sure">{percent(sureOfOffered(suggestion))}</span>
    </>
  );
}
