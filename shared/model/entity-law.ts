// What holds of every entity of the registry: it has a name, its aliases are other names, each once, and what it was merged
// into is there.
import { type Entity, entityBehind } from "./entity.ts";
import { get } from "./table.ts";
import { type Law, reporter } from "./violation.ts";

export const entityLaw: Law<Entity> = (entity, { entities }) => {
  const report = reporter("entities", entity.id);
  const found = entity.name.trim() === "" ? [report("name-empty")] : [];
  entity.aliases.forEach((alias, at) => {
    if (alias.trim() === "") found.push(report("alias-empty"));
    else if (alias === entity.name) found.push(report("alias-is-name", { alias }));
    else if (entity.aliases.indexOf(alias) < at) found.push(report("alias-repeated", { alias }));
  });
  if (entity.mergedInto !== undefined) {
    if (!get(entities, entity.mergedInto))
      found.push(report("merged-into-missing", { entity: entity.mergedInto }));
    else if (entityBehind(entities, entity.id)?.mergedInto !== undefined) found.push(report("merge-circle"));
  }
  return found;
};
