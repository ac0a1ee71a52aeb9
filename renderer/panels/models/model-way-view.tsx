// What would be started or asked, exactly: each argument on a line of its own, with what cannot be seen written out.
import { writtenOut } from "../../../shared/errors/visible-text.ts";
import type { ModelWay } from "../../../shared/suggestions/own-model.ts";
import { numbered } from "../../ui/numbered.ts";

export function ModelWayView({ way }: { readonly way: ModelWay }) {
  const parts = way.by === "command" ? way.command : [way.address];
  return (
    <ol className="model-way">
      {numbered(parts).map(({ key, item }) => (
        <li key={key}>
          <code>
            <bdi>{writtenOut(item)}</bdi>
          </code>
        </li>
      ))}
    </ol>
  );
}
