// The line at the foot: how much there is, where one is, what was refused and why, and which keys do what next.
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { counted } from "../../ui/format-words.ts";
import { Keys } from "../../ui/keys.tsx";
import { usePanels } from "../app-context.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { NoticeLine } from "./notice-line.tsx";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

export function StatusLine({ project, session }: Props) {
  const entities = useStore(usePanels().workspace.state, (state) => state.entities.size);
  return (
    <footer className="status-line">
      {session ? (
        <>
          <Counts session={session} entities={entities} />
          <NoticeLine session={session} />
          {!session.readOnly && (
            <p className="status-keys">
              {project.project.tagset.spanTypes.map((type) => (
                <span key={type.id} className="status-key">
                  <Keys combination={type.key} />
                  <TypeForm tagset={project.project.tagset} type={type.id} />
                  {type.name.toLowerCase()}
                </span>
              ))}
            </p>
          )}
        </>
      ) : (
        <p className="status-counts">{counted(entities, "entity", "entities")}</p>
      )}
    </footer>
  );
}

function Counts({ session, entities }: { readonly session: Session; readonly entities: number }) {
  const { spans, cards, at } = useStore(session.shown, ({ spanOrder, cardOrder, focus }) => ({
    spans: spanOrder.length,
    cards: cardOrder.length,
    at: focus.card === null ? -1 : cardOrder.indexOf(focus.card),
  }));
  return (
    <p className="status-counts">
      {counted(spans, "span")} · {at < 0 ? counted(cards, "card") : `card ${at + 1} of ${cards}`} ·{" "}
      {counted(entities, "entity", "entities")}
    </p>
  );
}
