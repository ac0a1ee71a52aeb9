// Packages of people at work: written by one, looked at and imported by another.
import type { Client } from "../../../shared/api/client.ts";
import type { Input, OpenProject } from "../../../shared/api/contract.ts";
import type { TakenIn } from "../../../shared/api/take-in.ts";
import { newId, noteOf } from "./workplace.ts";

type Caller = Pick<Client, "call">;
type Handle = Pick<OpenProject, "handle">;

/** Writes everything of a project to this path unless told otherwise, and gives the path. */
export async function writePackage(
  who: Caller,
  { handle: project }: Handle,
  path: string,
  more: Partial<Input<"review.package">> = {},
): Promise<string> {
  const all = { articles: null, annotators: null, history: false, blind: null, overwrite: true };
  await who.call("review.package", { project, path, ...all, ...more });
  return path;
}

export type Choices = Partial<
  Pick<Input<"review.takeIn">, "unverified" | "mend" | "bring" | "places" | "own" | "decided">
>;

/** What is asked of both calls: whatever is said to be the person's own is theirs, and else nothing is chosen. */
export const askedFor = ({ handle: project }: Handle, path: string, more: Choices = {}) => ({
  project,
  from: { path },
  ...{ unverified: false, mend: false, bring: false, places: {}, own: "merge" as const, decided: [] },
  ...more,
});

/** What would come of it; throws where it cannot be read. */
export async function lookAtPackage(who: Caller, project: Handle, path: string, more: Choices = {}) {
  const seen = await who.call("review.takeInPreview", askedFor(project, path, more));
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
  return seen;
}

/** Looks at it, and takes it in. */
export async function takeIn(
  who: Caller,
  project: Handle,
  path: string,
  more: Choices = {},
  step = noteOf("take-in"),
): Promise<TakenIn> {
  const { sha256 } = await lookAtPackage(who, project, path, more);
  const asked = askedFor(project, path, more);
  return who.call("review.takeIn", { ...asked, sha256, opId: newId(), step });
}
