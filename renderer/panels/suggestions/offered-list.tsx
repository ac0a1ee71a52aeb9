// What is offered, in the order of the text, filtered. The one that is looked at is open. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useState } from "react";
import { get } from "../../../shared/model/table.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import type { Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, roleName } from "../../../shared/words/tagset-words.ts";
import { chooseSuggestion, takeSuggestion } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField, type Option } from "../../ui/choice-field.tsx";
import { Description } from "../../ui/description.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { cardWords } from "../../../shared/model/card-words.ts";
import { partWords } from "./part-words.ts";
import { SuggestionButtons } from "./suggestion-buttons.tsx";
import { speakerOf, useSuggestions } from "./use-suggestions.ts";

/** Pixels of a closed row. */
const rowHeight = 56;

export function OfferedList({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const { offered: all } = useSuggestions();
  const chosenKey = useStore(suggestingOf(panels.workspace).chosen, (key) => key);
  const [query, setQuery] = useState<OfferedQuery>(allOffered);
  const offered = useMemo(() => listedOffered(all, query), [all, query]);
  const openIndex = chosenKey === null ? -1 : offered.findIndex(({ key }) => key === chosenKey);

  /** Here as in the article, Enter accepts what is looked at; the space bar opens and closes. */
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
        <span role="status">{say("suggestions.counted", { count: offered.length })}</span>
        <Button onPress={() => panels.ui.patch({ dialog: "accept-suggestions" })}>
          {say("suggestions.accept-several")}
        </Button>
      </div>
      {offered.length === 0 && <p className="pane-empty quiet">{say("suggestions.none-of-these")}</p>}
      <OpeningList
        label={say("suggestions.list-label")}
        items={offered}
        rowHeight={rowHeight}
        open={openIndex}
        keyOf={({ key }) => key}
        goTo={(one) => chooseSuggestion(panels, one)}
        close={() => suggestingOf(panels.workspace).chosen.set(null)}
        row={(one) => <SuggestionRow session={session} one={one} />}
        detail={(one) => <SuggestionDetail session={session} one={one} />}
        onOpenRowKey={(_one, event) => accept(event)}
      />
    </>
  );
}

interface Props {
  readonly session: Session;
  readonly one: Offered;
}

/** One suggestion in the list: who, by which words, what, and how sure. */
function SuggestionRow({ session, one }: Props) {
  const { say, percent } = useWords();
  const { card } = one;
  const { text } = session.text;
  return (
    <>
      <span className={card.within === null ? "opening-says" : "opening-says within"}>
        <span className="cut">
          <OutsideText>{speakerOf(one) === "" ? say("suggestions.nobody") : speakerOf(one)}</OutsideText>{" "}
          <em>
            <OutsideText>{partWords(text, card.cue)}</OutsideText>
          </em>
        </span>
        <span className="opening-quote cut">
          <OutsideText>{partWords(text, card.claim)}</OutsideText>
        </span>
      </span>
      {card.model !== null && (
        <span className="suggestion-model">
          <OutsideText cut>{card.model}</OutsideText>
        </span>
      )}
      <span className="suggestion-sure">{percent(card.confidence)}</span>
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
      one.card.confidence >= least,
  );
}

interface SuggestionDetailProps {
  readonly session: Session;
  readonly one: Offered;
}

/** All about one suggestion: why it is made, what it would enter into the card, who is meant, and what to do with it. */
function SuggestionDetail({ session, one }: SuggestionDetailProps) {
  const { say, tell, percent } = useWords();
  const { card, also } = one;
  return (
    <>
      <p className="suggestion-why">
        <OutsideText>{tell(reasonOf(card.rule, card.model))}</OutsideText>
      </p>
      {also.map((model) => (
        <p key={model ?? ""} className="quiet">
          <OutsideText>
            {model === null ? say("models.also-rules") : say("models.also", { model })}
          </OutsideText>
        </p>
      ))}
      <p className="quiet">{say("suggestions.sure", { share: percent(card.confidence) })}</p>
      <SuggestionParts session={session} one={one} />
      <SuggestionButtons session={session} />
    </>
  );
}

/** What it would enter into the card, and who is meant. */
function SuggestionParts({ session, one }: SuggestionDetailProps) {
  const { say, tell } = useWords();
  const { card, who } = one;
  const outer = one.holder === null ? undefined : get(session.annotations().set.attributions, one.holder);
  return (
    <dl className="suggestion-parts">
      <dt>{say("suggestions.part-kind")}</dt>
      <dd>{say(`cards.kind-${card.kind}`)}</dd>
      {valuesOf(session, one).map(({ name, value }) => (
        <Description key={tell(name)} name={tell(name)} value={tell(value)} />
      ))}
      {card.via.map((via) => {
        const role = session.tagset.viaRoles.find(({ id }) => id === via.role);
        return (
          role && (
            <Description
              key={`${via.start} ${via.role}`}
              name={tell(roleName(role))}
              value={partWords(session.text.text, [via])}
            />
          )
        );
      })}
      {who && (
        <Description
          name={say(who.known ? "suggestions.part-known" : "suggestions.part-new")}
          value={
            who.known
              ? who.known.name
              : say("suggestions.new-entity", {
                  name: who.suggested.name,
                  type: say(`entities.type-${who.suggested.type}`),
                  naming: say(`entities.naming-${who.suggested.naming}`),
                })
          }
        />
      )}
      {card.within !== null && (
        <Description name={say("suggestions.part-within")} value={say("suggestions.within")} />
      )}
      {outer && (
        <Description name={say("suggestions.part-within")} value={cardWords(outer, session.annotations())} />
      )}
    </dl>
  );
}

/** The fields that differ from what a new card has. */
function valuesOf(
  { tagset }: Session,
  { card }: Offered,
): readonly { readonly name: Text; readonly value: Text }[] {
  return tagset.fields.flatMap((field) => {
    const value = Object.hasOwn(card.fields, field.id) ? card.fields[field.id] : undefined;
    if (value === undefined || value === field.default) return [];
    if (field.input === "switch") return [{ name: fieldName(field), value: "✓" }];
    const choice = field.choices.find(({ id }) => id === value);
    return choice ? [{ name: fieldName(field), value: choiceName(field, choice) }] : [];
  });
}
