// What holds of every entity of the registry: it has a name, and its aliases are other names, each once.
import type { Entity } from "./entity.ts";
import { type Law, reporter } from "./violation.ts";

export const entityLaw: Law<Entity> = (entity) => {
  const report = reporter("entities", entity.id);
  const found = entity.name.trim() === "" ? [report("name-empty")] : [];
  entity.aliases.forEach((alias, at) => {
    if (alias.trim() === "") found.push(report("alias-empty"));
    else if (alias === entity.name) found.push(report("alias-is-name", { alias }));
    else if (entity.aliases.indexOf(alias) < at) found.push(report("alias-repeated", { alias }));
  });
  return found;
};
