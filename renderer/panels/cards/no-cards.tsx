// What a card is and how to make the first one.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { Keys } from "../../ui/keys.tsx";

interface Props {
  readonly tagset: Tagset;
  readonly readOnly: boolean;
}

export function NoCards({ tagset, readOnly }: Props) {
  if (readOnly) return <p className="pane-empty quiet">Nothing is marked in this article.</p>;
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  const others = tagset.spanTypes.filter((type) => type !== claim);
  return (
    <div className="no-cards">
      <p className="no-cards-title">No card yet</p>
      <p className="quiet">A card ties together who says something, by which words, and what is said.</p>
      <ol className="steps">
        <li>Select a quotation in the text</li>
        <li>
          Press {claim && <Keys combination={claim.key} />} to mark it as a {claim?.name.toLowerCase()}
        </li>
        <li>
          Press <Keys combination="Enter" /> to make a card of it
        </li>
        <li>
          Select and mark the rest with{" "}
          {others.map(({ id, key }) => (
            <Keys key={id} combination={key} />
          ))}
          : it joins the card
        </li>
      </ol>
    </div>
  );
}
