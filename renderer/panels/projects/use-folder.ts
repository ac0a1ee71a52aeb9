// A folder being looked at through the door: what it holds, and moving to another.
import { useCallback, useEffect, useRef, useState } from "react";
import type { FolderListing } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { usePanels } from "../app-context.tsx";

export interface Folder {
  /** `null` until the first answer. */
  readonly listing: FolderListing | null;
  /** Whether a step is on its way: what is in view may not be what was asked for last. */
  readonly isMoving: boolean;
  /** Why the last step failed; the folder before it stays in view. */
  readonly problem: ApiErrorData | null;
  /** Goes to a folder; `false` when that failed. */
  go(path: string): Promise<boolean>;
  /** Says no more of why the last step failed. */
  forgetProblem(): void;
  /** Makes a folder in this one and goes there. */
  make(name: string): Promise<boolean>;
}

/** Begins in the folder that was looked at last, else where the host says. */
export function useFolder(): Folder {
  const { workspace, lastFolder } = usePanels();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const [isMoving, setMoving] = useState(true);

  const steps = useRef(0);

  const attempt = useCallback(
    async (step: () => Promise<FolderListing>): Promise<boolean> => {
      steps.current += 1;
      const stepNumber = steps.current;
      setMoving(true);
      try {
        const folderListing = await step();
        // A slow answer to an earlier step must not take the person away from where they went since.
        if (stepNumber !== steps.current) return true;
        setListing(folderListing);
        setProblem(null);
        lastFolder.set(folderListing.path);
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (stepNumber !== steps.current) return true;
        setProblem(error.toData());
        return false;
      } finally {
        if (stepNumber === steps.current) setMoving(false);
      }
    },
    [lastFolder],
  );
  const list = useCallback(
    (path: string | null) => workspace.client.call("files.list", { path }),
    [workspace],
  );

  useEffect(() => {
    const lastPath = lastFolder.get();
    void (async () => {
      if (lastPath === null || !(await attempt(() => list(lastPath)))) await attempt(() => list(null));
    })();
  }, [attempt, list, lastFolder]);

  return {
    listing,
    isMoving,
    problem,
    go: (path) => attempt(() => list(path)),
    forgetProblem: () => setProblem(null),
    make: (name) =>
      attempt(async () => {
        const { path } = await workspace.client.call("files.makeFolder", {
          parent: listing?.path ?? "",
          name,
        });
        return list(path);
      }),
  };
}
