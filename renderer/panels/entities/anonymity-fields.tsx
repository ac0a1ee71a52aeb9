// On what terms somebody goes unnamed, why, and where the article says so: the words selected there are the evidence.
import { X } from "lucide-react";
import type { UpdateEntity } from "../../../shared/commands/update-entity.ts";
import type { Anonymity, Entity } from "../../../shared/model/entity.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SettledField } from "../../ui/settled-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";

interface Props {
  readonly entity: Entity;
  readonly isReadOnly: boolean;
  onChange(values: Pick<UpdateEntity, "anonymity">): Promise<void>;
}

const nothing: Anonymity = { terms: "", reason: "" };

export function AnonymityFields({ entity, isReadOnly, onChange }: Props) {
  const { say } = useWords();
  const anonymity = entity.anonymity ?? nothing;
  const change = (values: Partial<Anonymity>): void => {
    const next = { ...anonymity, ...values };
    const isNothing = next.terms.trim() === "" && next.reason.trim() === "" && !next.evidence;
    void onChange({ anonymity: isNothing ? null : next });
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
