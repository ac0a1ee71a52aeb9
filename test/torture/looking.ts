// Looks at what is left of a project after a crash: opens it as the next process would, and holds it against what must be there.
import type { Disk } from "../../main/storage/files/disk.ts";
import type { ProjectFinding } from "../../shared/api/examination.ts";
import type { MissingWork } from "../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { homeIn, projectIn, workerAt } from "./place.ts";
import { type Expected, observe, type Picture, pictureOf, type Truth, whyWrong } from "./truth.ts";

interface Warning {
  readonly problem: string;
  readonly detail: { readonly why?: unknown; readonly cause?: unknown };
}

/**
 * Warnings that tell of nothing lost: changes that were kept outside the project are in it now, or wait, as far as anybody can
 * tell, for an article that is in the trash.
 */
const isGood = ({ problem, detail: { why, cause } }: Warning): boolean =>
  problem === "changes-kept" && (why === "applied" || cause === "article-missing");

export interface Look {
  /** Why what is there is not what must be; `null` when all is well. */
  readonly wrong: string | null;
  /** What is there, as far as it could be read. */
  readonly found: Truth | null;
}

/** `told`: how a picture was told by another process, where it was one. */
export async function look(
  disk: Disk,
  root: string,
  {
    expected,
    truth,
    told = (picture) => picture,
    isPlanted = () => false,
    isHarmless = () => false,
    isMissed = () => false,
  }: {
    readonly expected: Expected;
    readonly truth: Truth | null;
    readonly told?: (picture: Picture) => Picture;
    /** Of the findings of the examination, those that are no fault of anybody here. */
    readonly isHarmless?: (warning: ApiErrorData) => boolean;
    readonly isPlanted?: (finding: ProjectFinding) => boolean;
    /** Of what it held before and does not hold now, what others have taken away. */
    readonly isMissed?: (work: MissingWork) => boolean;
  },
): Promise<Look> {
  const worker = await workerAt(homeIn(root), disk);
  try {
    const project = await worker.client.call("project.open", { path: projectIn(root), mode: "write" });
    const warning = project.warnings.find((one) => !isGood(one) && !isHarmless(one));
    if (warning) return { wrong: `it warns: ${JSON.stringify(warning)}`, found: null };
    const missing = project.missing.find((work) => !isMissed(work));
    if (missing) return { wrong: `it misses: ${JSON.stringify(missing)}`, found: null };
    const found = await observe(worker.client, project, truth, isHarmless);
    const wrong = whyWrong(told(pictureOf(found)), expected);
    if (wrong) return { wrong, found };
    const history = new Set(found.steps.map(({ id }) => id));
    const untold = expected.steps.filter((id) => !history.has(id));
    if (untold.length > 0) return { wrong: `the history does not tell of ${untold.length} steps`, found };
    await worker.client.call("project.close", { project: project.handle });
    const { findings } = await worker.client.call("project.examine", { path: project.path });
    const error = findings.find((one) => one.weight === "error" && !isPlanted(one));
    return { wrong: error ? `the examination finds ${JSON.stringify(error)}` : null, found };
  } catch (error) {
    const detail = error instanceof ApiError ? JSON.stringify(error.detail) : "";
    return {
      wrong: `it cannot be read: ${error instanceof Error ? error.message : error} ${detail}`,
      found: null,
    };
  } finally {
    await worker.close();
  }
}
