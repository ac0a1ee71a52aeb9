// The role in which somebody appears in the open article, as its annotator sees it.
import { setAppearance } from "../../../shared/commands/index.ts";
import { appearanceRoles, rolesIn } from "../../../shared/model/appearance.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  readonly entity: Entity;
  /** Where several of them stand in one list, each label says whose role it is, and is not shown. */
  readonly isInList?: boolean;
}

export function AppearanceField({ session, entity, isInList = false }: Props) {
  const { say } = useWords();
  const role = useStore(
    session.shown,
    ({ annotations }) => rolesIn(annotations.set, annotations.entities).get(entity.id) ?? "none",
  );
  return (
    <ChoiceField
      label={
        isInList ? say("entities.role-here-of", { name: plainText(entity.name) }) : say("entities.role-here")
      }
      labelHidden={isInList}
      options={[
        { id: "none", name: say(isInList ? "entities.role-here-unsaid" : "entities.role-here-none") },
        ...appearanceRoles.map((id) => ({
          id,
          name: say(`entities.role-${id}`),
          description: say(`entities.role-${id}-about`),
        })),
      ]}
      value={role}
      isDisabled={session.readOnly}
      onChange={(id) => session.run(setAppearance, { entity: entity.id, role: id === "none" ? null : id })}
    />
  );
}
