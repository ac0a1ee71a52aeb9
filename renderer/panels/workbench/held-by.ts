// Who holds a project, as values for a sentence.
import type { ReadOnly } from "../../../shared/api/contract.ts";
import type { Words } from "../../../shared/words/say.ts";

const known = (is: boolean): "yes" | "no" => (is ? "yes" : "no");

export function heldBy(detail: ReadOnly["detail"], { when }: Words) {
  const { holder, hostName, since, freshAt } = detail;
  const at = (time: unknown): string => (typeof time === "string" ? when(new Date(time), new Date()) : "");
  return {
    holder: String(holder ?? ""),
    hasHolder: known(Boolean(holder)),
    place: String(hostName ?? ""),
    hasPlace: known(Boolean(hostName)),
    since: at(since),
    hasSince: known(typeof since === "string"),
    fresh: at(freshAt),
    hasFresh: known(typeof freshAt === "string"),
  } as const;
}
