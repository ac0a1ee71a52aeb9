// The look at what was chosen to be brought in, taken anew with each choice of how it is read.
import { useEffect, useState } from "react";
import type { BringInLook } from "../../../shared/api/bringing-in.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { hasEncoding, isSeveral } from "../../../shared/files/endings.ts";
import type { Choices } from "../../state/articles/bringing-in.ts";
import { encodeFiles } from "../../state/articles/carried-files.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import type { ChosenFile, ToBringIn } from "../../state/window/ui-state.ts";

/** Bytes that are looked at. */
const lookBytes = 16 * 1024 * 1024;

export function useBringInLook(
  { client, call }: Workspace,
  { files: chosen, paths }: Pick<ToBringIn, "files" | "paths">,
  choices: Choices,
): { readonly look: BringInLook | null; readonly problem: ApiErrorData | null } {
  const [look, setLook] = useState<BringInLook | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  useEffect(() => {
    let isWanted = true;
    const loadLook = async (): Promise<void> => {
      try {
        const filesToInspect = toLookAt(chosen, choices.inspect);
        const { files, refused } = await encodeFiles(filesToInspect);
        const preview = await call((project) =>
          client.call("bringIn.look", { project, paths: [...paths], files, ...choices }),
        );
        // Those that need no look are brought in as well.
        if (!isWanted) return;
        const count = preview.files + chosen.length - filesToInspect.length;
        setLook({ ...preview, files: count, refused: [...preview.refused, ...refused] });
        setProblem(null);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setProblem(error.toData());
      }
    };
    void loadLook();
    return () => {
      isWanted = false;
    };
  }, [call, client, chosen, paths, choices]);
  return { look, problem };
}

/** What somebody wants to see before all else, then tables, then texts, as far as a look goes. */
function toLookAt(chosen: readonly ChosenFile[], inspect: readonly string[] = []): ChosenFile[] {
  const inspectedFiles = chosen.filter(({ name }) => inspect.includes(name));
  const tables = chosen.filter(({ name }) => isSeveral(name) && !/\.zip$/iu.test(name)).slice(0, 3);
  const texts = chosen.filter(({ name }) => hasEncoding(name)).slice(0, 100);
  let bytes = 0;
  return [...new Set([...inspectedFiles, ...tables, ...texts])].filter(({ file }) => {
    bytes += file.size;
    return bytes <= lookBytes;
  });
}
