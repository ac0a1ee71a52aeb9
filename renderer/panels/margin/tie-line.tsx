// Draws the line that ties the card in focus to its words.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { typeColour } from "../../editor/mark-styles.ts";
import type { Tie } from "./tie.ts";

interface Props {
  readonly tie: Tie;
  readonly tagset: Tagset;
}

export function TieLine({ tie: { top, bottom, ticks }, tagset }: Props) {
  return (
    <div className="tie" aria-hidden style={{ top, height: bottom - top }}>
      {ticks.map(({ id, type, top: level }) => (
        <span
          key={id}
          className="tie-tick"
          style={{
            top: level - top,
            background: `var(${typeColour(tagset.spanTypes.findIndex((one) => one.id === type))})`,
          }}
        />
      ))}
    </div>
  );
}
