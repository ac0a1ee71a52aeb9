// Who made it, when and how.
import type { Provenance } from "../../../shared/model/provenance.ts";
import { useStore } from "../../state/store.ts";
import { whenSaid } from "../../ui/format-words.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels } from "../app-context.tsx";

export function ProvenanceLine({ provenance }: { readonly provenance: Provenance }) {
  const maker = useStore(usePanels().workspace.state, ({ project }) => {
    if (project?.annotator?.id === provenance.annotator) return "you";
    return project?.project.annotators.find(({ id }) => id === provenance.annotator)?.name ?? "somebody";
  });
  const now = new Date();
  return (
    <p className="provenance">
      {originWords(provenance)} by <OutsideText>{maker}</OutsideText>, {whenSaid(provenance.at, now)}
      {provenance.editedAt !== undefined && ` · edited ${whenSaid(provenance.editedAt, now)}`}
    </p>
  );
}

function originWords({ origin }: Provenance): string {
  switch (origin.by) {
    case "human":
      return "Made";
    case "suggested":
      return `Suggested (${origin.reason}) and accepted`;
    case "imported":
      return `Imported from ${origin.from}`;
    case "curated":
      return "Curated";
  }
}
