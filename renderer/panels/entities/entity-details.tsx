// The fields of an entity in the registry, to be changed for all articles of the project: each change is one step.
import { X } from "lucide-react";
import { useState } from "react";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import type { UpdateEntity } from "../../../shared/commands/entities.ts";
import { removeAlias, setEntityField, unmergeEntity, updateEntity } from "../../../shared/commands/index.ts";
import type { Anonymity, Entity } from "../../../shared/model/entity.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { EntityFields } from "../span/entity-fields.tsx";
import { type Counts, mentionCount } from "./entity-listing.ts";

interface Props {
  readonly group: EntityGroup;
  readonly counts: Counts | null;
  readonly isReadOnly: boolean;
}

export function EntityDetails({ group, counts, isReadOnly }: Props) {
  const { say } = useWords();
  const { registry } = usePanels().workspace;
  const { entity } = group;
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  // The name before stays known while anything is mentioned by it.
  const keepName = (mentionCount(group, counts) ?? 1) > 0;
  const update = async (values: Omit<UpdateEntity, "entity">): Promise<void> =>
    setRefusal(await registry.run(updateEntity, { entity: entity.id, ...values }));
  return (
    <fieldset className="entity-details" disabled={isReadOnly}>
      <EntityFields
        entity={entity}
        group={group}
        isReadOnly={isReadOnly}
        problem={
          refusal && (
            <p className="field-error" role="alert">
              {say(`refusals.${refusal}`)}
            </p>
          )
        }
        onChange={(values) => void update({ ...values, keepName })}
        onRemoveAlias={(alias) => void registry.run(removeAlias, { entity: entity.id, alias })}
        onEnter={(field, answer) => void registry.run(setEntityField, { entity: entity.id, field, answer })}
      />
      {(entity.naming !== "named" || entity.anonymity) && (
        <AnonymityFields entity={entity} isReadOnly={isReadOnly} onChange={update} />
      )}
      <Merged group={group} counts={counts} isReadOnly={isReadOnly} />
    </fieldset>
  );
}

/** What was merged into the entity, each to be taken out again. */
function Merged({ group, counts, isReadOnly }: Props) {
  const { say } = useWords();
  const { registry } = usePanels().workspace;
  if (group.merged.length === 0) return null;
  return (
    <div>
      <p className="field-label">{say("entities.merged")}</p>
      <ul className="merged-list" aria-label={say("entities.merged")}>
        {group.merged.map((one) => (
          <li key={one.id} className="merged-item">
            <span className="merged-words">
              <OutsideText cut>{one.name}</OutsideText>
              {counts && (
                <span className="quiet small">
                  {say("entities.mentions", { count: counts.get(one.id)?.mentions ?? 0 })}
                </span>
              )}
            </span>
            {!isReadOnly && (
              <Button
                look="quiet-button"
                onPress={() => void registry.run(unmergeEntity, { entity: one.id })}
              >
                {say("entities.take-apart")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AnonymityFieldsProps {
  readonly entity: Entity;
  readonly isReadOnly: boolean;
  onChange(values: Pick<UpdateEntity, "anonymity">): Promise<void>;
}

const nothing: Anonymity = { terms: "", reason: "" };

/** On what terms somebody goes unnamed, why, and where the article says so: the words selected there are the evidence. */
function AnonymityFields({ entity, isReadOnly, onChange }: AnonymityFieldsProps) {
  const { say } = useWords();
  const anonymity = entity.anonymity ?? nothing;
  const change = (values: Partial<Anonymity>): void => {
    const nextAnonymity = { ...anonymity, ...values };
    const isNothing =
      nextAnonymity.terms.trim() === "" && nextAnonymity.reason.trim() === "" && !nextAnonymity.evidence;
    void onChange({ anonymity: isNothing ? null : nextAnonymity });
  };
  return (
    <fieldset className="anonymity">
      <legend className="field-label">{say("entities.anonymity")}</legend>
      <SettledField
        label={say("entities.terms")}
        placeholder={say("entities.terms-example")}
        value={anonymity.terms}
        isReadOnly={isReadOnly}
        onSettle={(terms) => change({ terms: terms.trim() })}
      />
      <SettledField
        label={say("entities.reason")}
        placeholder={say("entities.reason-example")}
        value={anonymity.reason}
        isReadOnly={isReadOnly}
        onSettle={(reason) => change({ reason: reason.trim() })}
      />
      <Evidence anonymity={anonymity} isReadOnly={isReadOnly} onChange={change} />
    </fieldset>
  );
}

interface EvidenceProps {
  readonly anonymity: Anonymity;
  readonly isReadOnly: boolean;
  onChange(values: Partial<Anonymity>): void;
}

function Evidence({ anonymity, isReadOnly, onChange }: EvidenceProps) {
  const { say } = useWords();
  const { workspace } = usePanels();
  const session = useSession();
  const { evidence, ...without } = anonymity;
  if (evidence)
    return (
      <div className="evidence">
        <Button
          look="quiet-button"
          onPress={() => void workspace.openArticleAt(evidence.article, evidence.segment)}
        >
          <span className="evidence-words">
            <OutsideText cut>{evidence.segment.quote}</OutsideText>
          </span>
        </Button>
        {!isReadOnly && (
          <IconButton
            label={say("entities.remove-evidence")}
            tiny
            onPress={() => onChange(withoutEvidence(without))}
          >
            <X size={12} aria-hidden />
          </IconButton>
        )}
      </div>
    );
  if (isReadOnly || !session) return null;
  return (
    <div>
      <Button
        look="quiet-button"
        // The selection in the article stays while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onPress={() => {
          const range = session.view.current?.selection();
          if (range)
            onChange({
              evidence: { article: session.article.id, segment: selectorOf(session.text.text, range) },
            });
          else session.say({ kind: "refusal", code: "empty-selection" });
        }}
      >
        {say("entities.take-evidence")}
      </Button>
    </div>
  );
}

const withoutEvidence = ({ terms, reason }: Anonymity): Anonymity => ({ terms, reason });
