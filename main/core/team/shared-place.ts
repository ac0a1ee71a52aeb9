// Reaches the place at which a team shares a project: fetches a branch that lies there, and sends a state of one's own.
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Git, otherEnd, type Reached } from "../../storage/git/git.ts";
import { stateOf } from "../../storage/git/git-store.ts";
import { refs, type SharedPlace, teamBranch } from "./team-store.ts";

const refOf = (branch: string): string => `refs/heads/${branch}`;

type Address = Pick<SharedPlace, "address" | "reached">;

/** The state that lies there, in the store from then on; `null` where there is none. */
export async function fetchBranch(
  git: Git,
  { address, reached }: Address,
  branch: string = teamBranch,
): Promise<string | null> {
  const end = endOf(reached, "upload-pack");
  const { out } = await git.run(["ls-remote", ...end, "--", address, refOf(branch)]);
  if (out.length === 0) return null;
  const options = [
    "--quiet",
    "--no-tags",
    "--no-write-fetch-head",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
  ];
  await git.run(["fetch", ...options, ...end, "--", address, `+${refOf(branch)}:${refs.fetched}`]);
  return stateOf(git, refs.fetched);
}

/** Puts a state there. Throws what `isOvertaken` tells where the one that lies there did not come before it. */
export async function pushBranch(
  git: Git,
  { address, reached }: Address,
  state: string,
  branch: string = teamBranch,
): Promise<void> {
  const end = endOf(reached, "receive-pack");
  await git.run(["push", "--quiet", ...end, "--", address, `${state}:${refOf(branch)}`]);
}

const endOf = (reached: Reached, program: "upload-pack" | "receive-pack"): readonly string[] =>
  reached === "folder" ? [`--${program}=${otherEnd(program)}`] : [];

const overtaken =
  /\[rejected\]|\(fetch first\)|\(non-fast-forward\)|failed to push|stale info|cannot lock ref/u;

/** Whether somebody else has sent something since it was fetched. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiError && error.problem === "git-failed" && overtaken.test(String(error.detail.problem));
