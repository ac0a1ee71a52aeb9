// Bringing in many: a look at what there is, then all of it in parts that a call can carry, with how far it is, until it is done or
// stopped.
import { useEffect, useRef, useState } from "react";
import type { BringInLook, BroughtIn } from "../../../shared/api/bringing-in.ts";
import type { Input } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/api/errors.ts";
import { isSeveral } from "../../../shared/importers/endings.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { ChosenFile } from "../../state/ui-state.ts";
import type { Workspace } from "../../state/workspace.ts";
import { base64Of } from "./chosen-files.ts";

export type Choices = Omit<Input<"bringIn.look">, "project" | "paths" | "files">;

export interface BringingIn {
  readonly look: BringInLook | null;
  readonly progress: { readonly done: number; readonly of: number; readonly file: string } | null;
  readonly result: BroughtIn | null;
  readonly problem: ApiErrorData | null;
  start(): void;
  stop(): void;
}

/** Bytes and files of one call. */
const callBytes = 24 * 1024 * 1024;
const callFiles = 200;
/** Bytes that are looked at before. */
const lookBytes = 16 * 1024 * 1024;

export function useBringIn(
  { client, call, state }: Workspace,
  chosen: readonly ChosenFile[],
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
      const files = await carried(toLookAt(chosen));
      const found = await call((project) =>
        client.call("bringIn.look", { project, paths: [], files, ...choices }),
      );
      if (wanted) setLook(found);
    });
    return () => {
      wanted = false;
    };
  }, [call, client, chosen, choices]);

  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== "bringing-in" || event.project !== state.get().project?.handle) return;
        setProgress({ done: before.current + event.done, of: chosen.length, file: event.file });
      }),
    [client, state, chosen],
  );

  async function run(): Promise<void> {
    stopped.current = false;
    before.current = 0;
    let all: BroughtIn = { taken: [], skipped: [], refused: tooLarge(chosen), stopped: false };
    setProgress({ done: 0, of: chosen.length, file: "" });
    const fitting = chosen.filter(({ file }) => file.size <= limits.articleBytes);
    await attempt(setProblem, async () => {
      for (const part of partsOf(fitting)) {
        if (stopped.current) break;
        const files = await carried(part);
        const goesOn = before.current > 0;
        const next = await call((project) =>
          client.call("bringIn.run", { project, paths: [], files, ...choices, goesOn }),
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
    start: () => void run(),
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

/** Tables before all else, then texts, as far as a look goes. */
function toLookAt(chosen: readonly ChosenFile[]): ChosenFile[] {
  const tables = chosen.filter(({ name }) => isSeveral(name) && !/\.zip$/iu.test(name)).slice(0, 3);
  const texts = chosen.filter(({ name }) => /\.(?:txt|text|md|markdown)$/iu.test(name)).slice(0, 100);
  let bytes = 0;
  return [...tables, ...texts].filter(({ file }) => {
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
