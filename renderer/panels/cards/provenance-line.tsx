// Who made it, when and how.
import type { Provenance } from "../../../shared/model/provenance.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function ProvenanceLine({ provenance }: { readonly provenance: Provenance }) {
  const { parts, tell, say, when, percent } = useWords();
  const maker = useStore(usePanels().workspace.state, ({ project }) => {
    if (project?.annotator?.id === provenance.annotator) return null;
    return project?.project.annotators.find(({ id }) => id === provenance.annotator)?.name ?? "?";
  });
  const now = new Date();
  return (
    <p className="provenance">
      {parts("cards.made", {
        how: tell(originOf(provenance, percent)),
        who: maker === null ? say("cards.you") : <OutsideText key="who">{maker}</OutsideText>,
        when: when(new Date(provenance.at), now),
      })}
      {provenance.editedAt !== undefined &&
        ` · ${say("cards.edited", { when: when(new Date(provenance.editedAt), now) })}`}
    </p>
  );
}

/** In the language chosen for the rules of this version; as it was kept for others. */
function reasonOf({ rule, reason, model }: Extract<Provenance["origin"], { by: "suggested" }>): Text {
  if (model !== undefined) return message("suggestions.because-model", { model });
  const [key] = [`proposals.rule-${rule}`, `suggestions.because-${rule}`].filter(isKey);
  return key === undefined ? reason : { key, values: {} };
}

function originOf({ origin }: Provenance, percent: (share: number) => string): Message {
  switch (origin.by) {
    case "human":
      return message("cards.origin-human");
    case "suggested":
      return origin.confidence === undefined
        ? message("cards.origin-suggested", { reason: reasonOf(origin) })
        : message("cards.origin-suggested-sure", {
            reason: reasonOf(origin),
            confidence: percent(origin.confidence),
          });
    case "imported":
      return message("cards.origin-imported", { from: origin.from });
    case "curated":
      return message("cards.origin-curated");
  }
}
