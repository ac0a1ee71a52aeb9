// A folder being looked at through the door: what it holds, and moving to another.
import { useCallback, useEffect, useRef, useState } from "react";
import type { FolderListing } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type FolderUse, usePanels } from "../app-context.tsx";
import { folderOf } from "./paths.ts";

export interface Folder {
  /** `null` until the first answer. */
  readonly listing: FolderListing | null;
  /** Whether a step is on its way: what is in view may not be what was asked for last. */
  readonly isMoving: boolean;
  /** Why the last step failed; the folder before it stays in view. */
  readonly problem: ApiErrorData | null;
  /** The path that is typed in place of that of the folder in view; `null`: none is. */
  readonly typed: string | null;
  type(path: string | null): void;
  /** Goes to a folder, and forgets what is typed. */
  go(path: string): Promise<void>;
  /**
   * Goes to what is typed, if anything is, and answers with the folder in view then; `null` when that failed or another step came
   * after it. What is typed and is no folder is left to `takeFile`, where that is given.
   */
  settle(takeFile?: (path: string) => void): Promise<FolderListing | null>;
  /** Makes a folder in this one and goes there. */
  make(name: string): Promise<boolean>;
}

/** Begins in the folder that was looked at last for this use, else in the last for any, else where the host says. */
export function useFolder(use: FolderUse): Folder {
  const { workspace, lastFolders } = usePanels();
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const [isMoving, setMoving] = useState(true);
  const [typed, type] = useState<string | null>(null);

  const steps = useRef(0);

  const keepLast = useCallback(
    (path: string) => lastFolders.set({ ...lastFolders.get(), [use]: path, any: path }),
    [lastFolders, use],
  );
  const attempt = useCallback(
    async (step: () => Promise<FolderListing>): Promise<FolderListing | "overtaken" | "failed"> => {
      steps.current += 1;
      const stepNumber = steps.current;
      setMoving(true);
      try {
        const folderListing = await step();
        // A slow answer to an earlier step must not take the person away from where they went since.
        if (stepNumber !== steps.current) return "overtaken";
        setListing(folderListing);
        setProblem(null);
        keepLast(folderListing.path);
        return folderListing;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (stepNumber !== steps.current) return "overtaken";
        setProblem(error.toData());
        return "failed";
      } finally {
        if (stepNumber === steps.current) setMoving(false);
      }
    },
    [keepLast],
  );
  const list = useCallback(
    (path: string | null) => workspace.client.call("files.list", { path }),
    [workspace],
  );

  useEffect(() => {
    const lastPath = lastFolders.get()[use] ?? lastFolders.get().any ?? null;
    void (async () => {
      if (lastPath === null || (await attempt(() => list(lastPath))) === "failed")
        await attempt(() => list(null));
    })();
  }, [attempt, list, lastFolders, use]);

  async function settle(takeFile?: (path: string) => void): Promise<FolderListing | null> {
    const path = typed?.trim() ?? "";
    if (path === "") return listing;
    const outcome = await attempt(() => list(path));
    if (outcome === "failed" && takeFile) {
      // What hinders taking it as a file is said by who takes it.
      setProblem(null);
      const holder = folderOf(path);
      if (holder !== null) keepLast(holder);
      takeFile(path);
    }
    if (typeof outcome === "string") return null;
    type((now) => (now === typed ? null : now));
    return outcome;
  }

  return {
    listing,
    isMoving,
    problem,
    typed,
    type,
    async go(path) {
      type(null);
      await attempt(() => list(path));
    },
    settle,
    async make(name) {
      const into = await settle();
      if (!into) return false;
      const outcome = await attempt(async () => {
        const { path } = await workspace.client.call("files.makeFolder", { parent: into.path, name });
        return list(path);
      });
      return outcome !== "failed";
    },
  };
}
