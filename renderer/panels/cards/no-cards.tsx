// An introduction to cards, shown until there is one: what a card is, and how to make the first.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly tagset: Tagset;
  readonly readOnly: boolean;
  /** Whether the steps stand elsewhere. */
  readonly isBrief?: boolean;
}

export function NoCards({ tagset, readOnly, isBrief = false }: Props) {
  const { say } = useWords();
  if (readOnly) return <p className="pane-empty quiet">{say("cards.nothing-marked")}</p>;
  return (
    <div className="no-cards">
      <p className="no-cards-title">{say("cards.none-yet")}</p>
      <p className="quiet">{say("cards.what-it-is")}</p>
      {!isBrief && <FirstSteps tagset={tagset} />}
    </div>
  );
}

/** From a quotation to a card. */
function FirstSteps({ tagset }: Pick<Props, "tagset">) {
  const { say, tell, parts } = useWords();
  const { workspace } = usePanels();
  const count = useStore(suggestingOf(workspace).state, ({ offered }) => offered.length);
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  const others = tagset.spanTypes.filter((type) => type !== claim);
  return (
    <ol className="steps">
      <li>{say("cards.first-select")}</li>
      {claim && (
        <li>
          {parts("cards.first-mark", {
            key: <ActionKeys key="key" action={`mark-${claim.id}`} />,
            type: tell(typeName(claim)),
          })}
        </li>
      )}
      <li>{parts("cards.first-card", { key: <ActionKeys key="key" action="open-card" /> })}</li>
      <li>
        {parts("cards.first-others", {
          keys: (
            <span key="keys" className="keys">
              {others.map(({ id }) => (
                <ActionKeys key={id} action={`mark-${id}`} />
              ))}
            </span>
          ),
        })}
      </li>
      {count > 0 && (
        <li>
          {parts("cards.first-suggestions", {
            count,
            key: <ActionKeys key="key" action="next-suggestion" />,
          })}
        </li>
      )}
    </ol>
  );
}
