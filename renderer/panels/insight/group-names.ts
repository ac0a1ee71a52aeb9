// Names of groups of figures: classes, roles and kinds by their names, what is not known as such, all else as it is.
import type { GroupKey } from "../../../shared/insight/groupings.ts";
import type { SourceClass } from "../../../shared/model/entity.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { isKey } from "../../../shared/words/keys.ts";
import type { Words } from "../../../shared/words/say.ts";

/** What the group of this value is called, by the id of its grouping. */
export function groupName(
  grouping: string,
  by: GroupKey["by"],
  { say, tell }: Pick<Words, "say" | "tell">,
): string {
  const value = by[grouping] ?? null;
  if (value === null && grouping === "about") return say("figures.about-not-given");
  if (value === null)
    return grouping === "publisher" ? say("figures.no-publisher") : say("figures.not-known");
  if (grouping === "class") return say(classKey(value as SourceClass));
  if (value === "declined to say") return say("entities.declined");
  const key =
    grouping === "role" ? `entities.role-${value}` : grouping === "kind" ? `cards.kind-${value}` : "";
  return isKey(key) ? tell({ key, values: {} }) : value;
}
