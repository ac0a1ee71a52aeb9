// Bringing in many: a look at what there is, then all of it in parts that a call can carry, with how far it is, until it is done or
// stopped.
import { useEffect, useRef, useState } from "react";
import type { BringInLook, BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/api/errors.ts";
import { hasEncoding, isSeveral } from "../../../shared/importers/endings.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { ChosenFile, ToBringIn } from "../../state/ui-state.ts";
import type { Workspace } from "../../state/workspace.ts";
import { base64Of } from "./chosen-files.ts";

export type Choices = Omit<Input<"bringIn.look">, "project" | "paths" | "files">;

export interface BringingIn {
  readonly look: BringInLook | null;
  readonly progress: { readonly done: number; readonly of: number; readonly file: string } | null;
  readonly result: BroughtIn | null;
  readonly problem: ApiErrorData | null;
  /** All of it, or nothing but these, which were refused before. */
  start(only?: readonly string[]): void;
  stop(): void;
}

/** Bytes and files of one call. */
const callBytes = 24 * 1024 * 1024;
const callFiles = 200;
/** Bytes that are looked at before. */
const lookBytes = 16 * 1024 * 1024;

export function useBringIn(
  { client, call, state }: Workspace,
  { files: chosen, paths }: Pick<ToBringIn, "files" | "paths">,
  choices: Choices,
): BringingIn {
  const [look, setLook] = useState<BringInLook | null>(null);
  const [progress, setProgress] = useState<BringingIn["progress"]>(null);
  const [result, setResult] = useState<BroughtIn | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  /** Files of the parts before the one that is on its way. */
  const before = useRef(0);
  const stopped = useRef(false);

  useEffect(() => {
    let wanted = true;
    void attempt(setProblem, async () => {
      const looked = toLookAt(chosen, choices.inspect);
      const files = await carried(looked);
      const found = await call((project) =>
        client.call("bringIn.look", { project, paths: [...paths], files, ...choices }),
      );
      // Those that need no look are brought in as well.
      if (wanted) setLook({ ...found, files: found.files + chosen.length - looked.length });
    });
    return () => {
      wanted = false;
    };
  }, [call, client, chosen, paths, choices]);

  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== "bringing-in" || event.project !== state.get().project?.handle) return;
        const { done, of, file } = event;
        setProgress({ done: before.current + done, of: Math.max(chosen.length, before.current + of), file });
      }),
    [client, state, chosen],
  );

  /** `only`: what was refused before, to be tried again with a password; the rest of the outcome stays. */
  async function run(only?: readonly string[]): Promise<void> {
    stopped.current = false;
    before.current = 0;
    const { inspect: _, ...how } = choices;
    const isWanted = (name: string): boolean =>
      !only || only.some((one) => one === name || one.startsWith(`${name}/`));
    const sent = chosen.filter(({ name }) => isWanted(name));
    const kept = only && result ? result.refused.filter(({ file }) => !only.includes(file)) : tooLarge(sent);
    let all: BroughtIn = {
      taken: (only && result?.taken) ?? [],
      skipped: (only && result?.skipped) ?? [],
      refused: kept,
      stopped: false,
    };
    setResult(null);
    setProgress({ done: 0, of: Math.max(1, sent.length), file: "" });
    const fitting = sent.filter(({ file }) => file.size <= limits.articleBytes);
    const parts = [...(paths.length > 0 ? [[]] : []), ...partsOf(fitting)];
    await attempt(setProblem, async () => {
      for (const [at, part] of parts.entries()) {
        if (stopped.current) break;
        const files = await carried(part);
        const goesOn = at > 0 || only !== undefined;
        const next = await call((project) =>
          client.call("bringIn.run", {
            project,
            paths: at === 0 ? [...paths] : [],
            files,
            ...how,
            goesOn,
            ...(only ? { only: [...only] } : {}),
          }),
        );
        all = {
          taken: [...all.taken, ...next.taken],
          skipped: [...all.skipped, ...next.skipped],
          refused: [...all.refused, ...next.refused],
          stopped: next.stopped,
        };
        before.current += part.length;
      }
    });
    setProgress(null);
    setResult({ ...all, stopped: stopped.current });
  }

  return {
    look,
    progress,
    result,
    problem,
    start: (only) => void run(only),
    stop() {
      stopped.current = true;
      void attempt(setProblem, () => call((project) => client.call("bringIn.stop", { project })));
    },
  };
}

async function attempt(tell: (problem: ApiErrorData) => void, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    tell(error.toData());
  }
}

const carried = (files: readonly ChosenFile[]) =>
  Promise.all(files.map(async ({ name, file }) => ({ fileName: name, base64: await base64Of(file) })));

/** What somebody wants to see before all else, then tables, then texts, as far as a look goes. */
function toLookAt(chosen: readonly ChosenFile[], inspect: readonly string[] = []): ChosenFile[] {
  const asked = chosen.filter(({ name }) => inspect.includes(name));
  const tables = chosen.filter(({ name }) => isSeveral(name) && !/\.zip$/iu.test(name)).slice(0, 3);
  const texts = chosen.filter(({ name }) => hasEncoding(name)).slice(0, 100);
  let bytes = 0;
  return [...new Set([...asked, ...tables, ...texts])].filter(({ file }) => {
    bytes += file.size;
    return bytes <= lookBytes;
  });
}

function* partsOf(files: readonly ChosenFile[]): Generator<ChosenFile[]> {
  let part: ChosenFile[] = [];
  let bytes = 0;
  for (const one of files) {
    if (part.length > 0 && (part.length >= callFiles || bytes + one.file.size > callBytes)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(one);
    bytes += one.file.size;
  }
  if (part.length > 0) yield part;
}

const tooLarge = (chosen: readonly ChosenFile[]): BroughtIn["refused"] =>
  chosen
    .filter(({ file }) => file.size > limits.articleBytes)
    .map(({ name, file }) => {
      const detail = { file: name, bytes: file.size, limit: limits.articleBytes };
      return { file: name, error: new ApiError("file-too-large", detail).toData() };
    });
