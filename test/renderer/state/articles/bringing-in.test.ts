import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { createBringingIn } from "../../../../renderer/state/articles/bringing-in.ts";
import type { Workspace } from "../../../../renderer/state/project/workspace.ts";
import type { ChosenFile } from "../../../../renderer/state/window/ui-state.ts";
import type { BroughtIn } from "../../../../shared/api/bringing-in.ts";
import type { Event } from "../../../../shared/api/contract.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";

const outcome = (stopped = false): BroughtIn => ({ taken: [], skipped: [], refused: [], stopped });
const locked = (file: string) => ({ file, error: new ApiError("file-locked", { file }).toData() });

/** A window with a project open, over a core that answers `bringIn.run` when it is told to. */
function window() {
  const asked: string[] = [];
  const sent: (readonly string[])[] = [];
  const listeners = new Set<(event: Event) => void>();
  let answer: (broughtIn: BroughtIn) => void = () => undefined;
  const open = (id: string) => ({ project: { handle: `handle-${id}`, project: { id } } });
  const state = createStore<unknown>(open("one"));
  const client = {
    async call(name: string, input: { project: string; files?: readonly { fileName: string }[] }) {
      if (input.files) sent.push(input.files.map(({ fileName }) => fileName));
      asked.push(`${name} ${input.project}`);
      return name === "bringIn.run" ? new Promise((resolve) => (answer = resolve)) : null;
    },
    subscribe: (listener: (event: Event) => void) => listeners.add(listener),
  };
  const handle = () => (state.get() as ReturnType<typeof open>).project.handle;
  const call = (ask: (project: string) => Promise<unknown>) => ask(handle());
  const workspace = { client, state, call, stop: (ask: typeof call) => void call(ask as never) };
  const bringing = createBringingIn(workspace as unknown as Workspace, async ({ name }) => {
    if (name.endsWith("gone.txt")) throw new ApiError("file-lost", { file: name });
    return "";
  });
  return {
    bringing,
    asked,
    sent,
    emit: (event: Event) => listeners.forEach((listener) => void listener(event)),
    answer: (broughtIn = outcome()) => answer(broughtIn),
    goTo: (id: string) => state.set(open(id)),
  };
}

const told = (done: number) =>
  ({ type: "bringing-in", project: "handle-one", done, of: 3, file: "x" }) as unknown as Event;
const paths = { files: [] as ChosenFile[], paths: ["/articles"] };
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("it tells how far it is, and nothing that is told after its end", async () => {
  const { bringing, emit, answer } = window();
  bringing.start(paths, { duplicates: "skip" });
  await settled();
  emit(told(2));
  expect(bringing.state.get().progress).toEqual({ done: 2, of: 3, file: "x" });
  answer();
  await settled();
  emit(told(3));
  expect(bringing.state.get()).toEqual({ progress: null, result: outcome(), problem: null });
});

test("one that runs is not begun again, and one that was stopped says so", async () => {
  const { bringing, asked, answer } = window();
  bringing.start(paths, { duplicates: "skip" });
  bringing.start(paths, { duplicates: "skip" });
  await settled();
  bringing.stop();
  answer(outcome(true));
  await settled();
  expect(asked).toEqual(["bringIn.run handle-one", "bringIn.stop handle-one"]);
  expect(bringing.state.get().result).toEqual(outcome(true));
});

test("nothing of what was meant for a project comes into the next one", async () => {
  const { bringing, asked, answer, goTo } = window();
  const file = new File(["The bridge is shut."], "bridge.txt");
  const many = Array.from({ length: 201 }, (_, at): ChosenFile => ({ name: `${at}.txt`, file }));
  bringing.start({ files: many, paths: ["/articles"] }, { duplicates: "skip" });
  await settled();
  goTo("two");
  expect(bringing.state.get()).toEqual({ progress: null, result: null, problem: null });
  answer(outcome(true));
  await settled();
  expect(asked).toEqual(["bringIn.run handle-one"]);
  expect(bringing.state.get().result).toBeNull();
});

test("a file that cannot be read any more is refused by its name, and the others come in", async () => {
  const { bringing, sent, answer } = window();
  const file = new File(["The bridge is shut."], "a.txt");
  const files = [
    { name: "a.txt", file },
    { name: "press/gone.txt", file },
    { name: "b.txt", file },
  ];
  bringing.start({ files, paths: [] }, { duplicates: "skip" });
  await settled();
  answer();
  await settled();
  expect(sent).toEqual([["a.txt", "b.txt"]]);
  const { result, problem, progress } = bringing.state.get();
  expect([problem, progress]).toEqual([null, null]);
  expect(result?.refused).toEqual([
    { file: "press/gone.txt", error: new ApiError("file-lost", { file: "press/gone.txt" }).toData() },
  ]);
});

test("what is tried again counts once, and stays refused where it was stopped before its turn", async () => {
  const { bringing, emit, answer } = window();
  const file = new File(["%PDF"], "one.pdf");
  const files = ["one.pdf", "two.pdf", "open.txt"].map((name): ChosenFile => ({ name, file }));
  bringing.start({ files, paths: [] }, { duplicates: "skip" });
  await settled();
  answer({ ...outcome(), refused: [locked("one.pdf"), locked("two.pdf")] });
  await settled();
  bringing.again(["one.pdf", "two.pdf"], { "one.pdf": "trout", "two.pdf": "perch" });
  await settled();
  emit({ ...told(0), of: 2 } as Event);
  expect(bringing.state.get().progress).toEqual({ done: 0, of: 2, file: "x" });
  const skipped = [{ file: "one.pdf", same: "text", as: "One", article: "one" }] as const;
  answer({ ...outcome(true), skipped });
  await settled();
  expect(bringing.state.get().result).toEqual({ ...outcome(true), skipped, refused: [locked("two.pdf")] });
  // What the project has already comes in all the same once that is said, and is left out no more.
  bringing.takeTwins(["one.pdf"]);
  await settled();
  const refused = [{ file: "one.pdf", error: new ApiError("text-empty").toData() }];
  answer({ ...outcome(), refused });
  await settled();
  expect(bringing.state.get().result).toEqual({ ...outcome(), refused: [locked("two.pdf"), ...refused] });
});
