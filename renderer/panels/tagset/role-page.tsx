// The via roles and the flags of the tagset.
import {
  idFor,
  removeFlag,
  removeRole,
  type TagsetDraft,
  withTagset,
} from "../../../shared/tagsets/tagset-draft.ts";
import { useWords } from "../../ui/words.tsx";
import { ChoiceRows } from "./choice-rows.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function RolePage({ draft, onChange }: Props) {
  const { say } = useWords();
  const { before, tagset } = draft;
  return (
    <div className="tagset-stack">
      <ChoiceRows
        label={say("tagset.roles")}
        addLabel={say("tagset.new-role")}
        removeLabel={say("tagset.remove-role")}
        question={say("tagset.links-become")}
        needsOne
        choices={tagset.viaRoles}
        onChange={(viaRoles) => onChange(withTagset(draft, { ...tagset, viaRoles }))}
        onAdd={(name) => {
          const id = idFor(name, [...before.viaRoles, ...tagset.viaRoles]);
          onChange(withTagset(draft, { ...tagset, viaRoles: [...tagset.viaRoles, { id, name }] }));
        }}
        onRemove={(id, to) => {
          if (to !== null) onChange(removeRole(draft, id, to));
        }}
      />
      <ChoiceRows
        label={say("tagset.flags")}
        addLabel={say("tagset.new-flag")}
        removeLabel={say("tagset.remove-flag")}
        question={say("tagset.flagged-become")}
        nothing={say("tagset.flags-go")}
        choices={tagset.flags}
        onChange={(flags) => onChange(withTagset(draft, { ...tagset, flags }))}
        onAdd={(name) => {
          const id = idFor(name, [...before.flags, ...tagset.flags]);
          onChange(withTagset(draft, { ...tagset, flags: [...tagset.flags, { id, name }] }));
        }}
        onRemove={(id, to) => onChange(removeFlag(draft, id, to))}
      />
    </div>
  );
}
