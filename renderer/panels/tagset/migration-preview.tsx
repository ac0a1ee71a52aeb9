// A preview of a change of the tagset: its effect on the tagset, and on the annotations in all and article by article.

import type { TagsetPreview } from "../../../shared/api/contract.ts";
import type { Choice, Tagset } from "../../../shared/model/tagset.ts";
import { getOwn, type TagsetMoves, type TagsetPart } from "../../../shared/model/tagset-moves.ts";
import { type CarryOverCounts, sumOfCounts } from "../../../shared/tagsets/carry-over.ts";
import { type TagsetDifference, tagsetDifferences } from "../../../shared/tagsets/tagset-differences.ts";
import type { TagsetDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { titleInSentence } from "../title-in-sentence.tsx";

interface Props {
  readonly preview: TagsetPreview;
  readonly draft: TagsetDraft;
}

const kinds = [
  "spansRetyped",
  "spansRemoved",
  "entitiesUnlinked",
  "cardsChanged",
  "cardsRemoved",
  "linksRemoved",
] as const satisfies readonly (keyof CarryOverCounts)[];

export function MigrationPreview({ preview, draft }: Props) {
  const { say, tell } = useWords();
  const totals = sumOfCounts(preview.articles.map(({ counts }) => counts));
  const touchesNothing = kinds.every((kind) => totals[kind] === 0);
  const differences = tagsetDifferences(draft).map(differenceWords);
  const [only, second] = preview.articles;
  return (
    <div className="migration">
      {differences.length > 0 && (
        <>
          <p>{say("tagset.in-tagset")}</p>
          <ul className="migration-counts">
            {differences.map((words) => (
              <li key={tell(words)}>
                <OutsideText>{tell(words)}</OutsideText>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say(touchesNothing ? "tagset.touches-nothing" : "tagset.in-annotations")}</p>
      {!touchesNothing && (
        <>
          <CountList counts={totals} />
          {only && !second && (
            <p>
              <OutsideText>
                {say("tagset.in-one-article", { title: titleInSentence(only.title) })}
              </OutsideText>
            </p>
          )}
          <details className="migration-articles" hidden={!second}>
            <summary>{say("tagset.by-article", { count: preview.articles.length })}</summary>
            {preview.articles.map(({ article, title, counts }) => (
              <section key={article}>
                <h3>
                  <OutsideText cut="after-two">{title}</OutsideText>
                </h3>
                <CountList counts={counts} />
              </section>
            ))}
          </details>
        </>
      )}
      {preview.others.map(({ annotator, records }) => (
        <p key={annotator} className="note caution">
          {say("tagset.of-others", { name: annotator, count: records })}
        </p>
      ))}
      <p className="quiet">{say("tagset.can-be-undone")}</p>
    </div>
  );
}

function differenceWords(difference: TagsetDifference): Message {
  const { kind, name, field } = difference;
  if (difference.what === "new") return message("tagset.new-part", { name });
  if (difference.what === "renamed") return message("tagset.renamed", { name, to: difference.to });
  const { to } = difference;
  if (kind === "entity-field")
    return field === ""
      ? message("tagset.gone-entity-field", { name })
      : message("tagset.gone-entity-value", { name, field });
  if (kind === "field") return message("tagset.gone-field", { name });
  if (kind === "value")
    return to === null
      ? message("tagset.gone-value-nothing", { name, field })
      : message("tagset.gone-value", { name, field, to });
  return to === null
    ? message(`tagset.gone-${kind}-nothing`, { name })
    : message(`tagset.gone-${kind}`, { name, to });
}

function CountList({ counts }: { readonly counts: CarryOverCounts }) {
  const { say } = useWords();
  return (
    <ul className="migration-counts">
      {kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <li key={kind}>{say(`tagset.count-${kind}`, { count: counts[kind] })}</li>
        ))}
    </ul>
  );
}

// Asks, for each thing that an imported tagset does not have, what its annotations become.

interface UndecidedPartsProps {
  readonly draft: TagsetDraft;
  readonly parts: readonly TagsetPart[];
  onChange(draft: TagsetDraft): void;
}

const nothing = "\u0000";

export function UndecidedParts({ draft, parts, onChange }: UndecidedPartsProps) {
  const { say } = useWords();
  const labelOf = (part: TagsetPart): string => {
    const { name, field } = nameOfPart(draft.before, part);
    if (part.kind === "type") return say("tagset.decide-type", { name });
    if (part.kind === "role") return say("tagset.decide-role", { name });
    if (part.kind === "flag") return say("tagset.decide-flag", { name });
    return say("tagset.decide-value", { name, field });
  };
  const nothingFor = ({ kind }: TagsetPart): readonly Choice[] => {
    if (kind === "type") return [{ id: nothing, name: say("tagset.marks-go") }];
    if (kind === "flag") return [{ id: nothing, name: say("tagset.flags-go") }];
    return kind === "value" ? [{ id: nothing, name: say("tagset.not-said") }] : [];
  };
  return (
    <section className="note caution" aria-label={say("tagset.decide-title")}>
      <p className="note-title">{say("tagset.decide-title")}</p>
      {parts.map((part) => (
        <ChoiceField
          key={`${part.kind} ${part.field ?? ""} ${part.id}`}
          label={labelOf(part)}
          placeholder={say("tagset.decide-choose")}
          options={[...targetsOf(draft.tagset, part), ...nothingFor(part)]}
          value={null}
          onChange={(id) =>
            onChange({ ...draft, moves: moveOf(draft.moves, part, id === nothing ? null : id) })
          }
        />
      ))}
    </section>
  );
}

function moveOf(moves: TagsetMoves, { kind, id, field = "" }: TagsetPart, to: string | null): TagsetMoves {
  if (kind === "type") return { ...moves, types: { ...moves.types, [id]: to } };
  if (kind === "flag") return { ...moves, flags: { ...moves.flags, [id]: to } };
  if (kind === "role") return to === null ? moves : { ...moves, roles: { ...moves.roles, [id]: to } };
  const values = { ...getOwn(moves.values, field), [id]: to };
  return { ...moves, values: { ...moves.values, [field]: values } };
}

/** The name of the part, and of the field it is a value of; the id where the tagset does not have it. */
function nameOfPart(tagset: Tagset, part: TagsetPart): { readonly name: string; readonly field: string } {
  const field = tagset.fields.find(({ id }) => id === part.field)?.name ?? part.field ?? "";
  return { name: targetsOf(tagset, part).find(({ id }) => id === part.id)?.name ?? part.id, field };
}

/** The parts of the tagset that are of the same kind. */
function targetsOf(tagset: Tagset, { kind, field }: TagsetPart): readonly Pick<Choice, "id" | "name">[] {
  if (kind === "type") return tagset.spanTypes;
  if (kind === "role") return tagset.viaRoles;
  if (kind === "flag") return tagset.flags;
  if (kind === "field") return tagset.fields;
  const cardField = tagset.fields.find(({ id }) => id === field);
  return cardField?.input === "choice" ? cardField.choices : [];
}
