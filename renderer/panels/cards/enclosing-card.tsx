// The card that this one lies within.
import { X } from "lucide-react";
import { nestAttribution } from "../../../shared/commands/index.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { get } from "../../../shared/model/table.ts";
import { focusCard } from "../../actions/focus.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { cardWords } from "../card-words.ts";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function EnclosingCard({ session, card }: Props) {
  const { ui } = usePanels();
  const { say } = useWords();
  const words = useStore(session.shown, ({ annotations }) => {
    const outer = card.within === null ? undefined : get(annotations.set.attributions, card.within);
    return outer ? cardWords(outer, annotations) : null;
  });
  if (session.readOnly && words === null) return null;
  return (
    <dl className="slots">
      <div className="slot">
        <dt className="slot-name">{say("cards.within")}</dt>
        <dd className="slot-spans">
          {words === null ? (
            <Button look="quiet-button" onPress={() => ui.patch({ dialog: "choose-enclosing-card" })}>
              {say("cards.choose-enclosing")} <ActionKeys action="nest-card" />
            </Button>
          ) : (
            <div className="slot-span">
              <Press className="slot-words within" onPress={() => focusCard(session, card.within)}>
                <OutsideText>{words.slice(0, 160)}</OutsideText>
              </Press>
              {!session.readOnly && (
                <IconButton
                  label={say("cards.take-out-of-enclosing")}
                  tiny
                  onPress={() => session.run(nestAttribution, { card: card.id, within: null })}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </div>
          )}
        </dd>
      </div>
    </dl>
  );
}
