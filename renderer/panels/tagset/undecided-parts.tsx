// Asks, for each thing that an imported tagset does not have, what its annotations become.
import type { Choice, Tagset } from "../../../shared/model/tagset.ts";
import { getOwn, type TagsetMoves, type TagsetPart } from "../../../shared/model/tagset-moves.ts";
import type { TagsetDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly draft: TagsetDraft;
  readonly parts: readonly TagsetPart[];
  onChange(draft: TagsetDraft): void;
}

const nothing = "\u0000";

export function UndecidedParts({ draft, parts, onChange }: Props) {
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
