// Which checks the project holds its articles to.
import { checks } from "../../../shared/checks/index.ts";
import { type TagsetDraft, withTagset } from "../../../shared/tagsets/tagset-draft.ts";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

export function CheckPage({ draft, onChange }: Props) {
  const { say, tell } = useWords();
  const off = draft.tagset.checksOff ?? [];
  const set = (id: string, on: boolean): void => {
    const others = off.filter((one) => one !== id);
    onChange(withTagset(draft, { ...draft.tagset, checksOff: on ? others : [...others, id] }));
  };
  return (
    <div className="tagset-stack">
      <p className="quiet">{say("tagset.checks-about")}</p>
      {checks.map(({ id, title, why }) => (
        <div key={id}>
          <SwitchField label={tell(title)} value={!off.includes(id)} onChange={(on) => set(id, on)} />
          <p className="field-help check-why">{tell(why)}</p>
        </div>
      ))}
    </div>
  );
}
