// Answers the test's questions over the process's own channel.
import { toElectron } from "./addresses.ts";
import { app } from "./app.ts";
import { answers, boxes, chooseMenuItem, nativeTheme, openedFiles, openedPages } from "./desktop.ts";
import { emitPreventable } from "./events.ts";
import type { Asked, Question, Questions, Told } from "./facts.ts";
import { sayPower } from "./power.ts";
import { allows, invoke, requests } from "./session.ts";
import { prevented, windows } from "./window.ts";

const answerers: { [Q in Question]: (input: Questions[Q]["input"]) => unknown } = {
  facts: () => ({
    windows: [...windows].map(({ webContents, shown, minimized, options }) => ({
      url: toElectron(webContents.page?.url() ?? ""),
      shown,
      name: options.name ?? "",
      minimized,
      background: options.backgroundColor ?? "",
      preferences: { ...options.webPreferences },
    })),
    escaped: requests.escaped,
    cancelled: requests.cancelled,
    prevented,
    boxes,
    openedPages,
    openedFiles,
    sandboxed: app.sandboxed,
    userData: app.userData,
    theme: nativeTheme.themeSource,
  }),
  permission: allows,
  menu: chooseMenuItem,
  dialog: (answer) => answers.push(answer),
  secondInstance: (named) => app.emit("second-instance", {}, [], "/", { named, folder: "/" }),
  openFile: (path) => emitPreventable(app, "open-file", path),
  openUrl: (address) => emitPreventable(app, "open-url", address),
  strangeInstance: (data) => app.emit("second-instance", {}, [], "/", data),
  minimize: () => [...windows].at(-1)?.minimize(),
  foreignCall(frame) {
    const [window] = windows;
    if (window === undefined) throw new Error("There is no window");
    const senderFrame = frame && { url: frame.url, parent: frame.child ? {} : null };
    return invoke({ type: "frame", sender: window.webContents, senderFrame }, "call", ["host.info", {}]);
  },
  power: sayPower,
  quit: () => app.quit(),
};

export function answerQuestions(): void {
  process.on("message", async (message) => {
    const { id, question, input } = message as Asked;
    try {
      const answer: unknown = await Reflect.apply(answerers[question], null, [input]);
      tell({ kind: "answer", id, answer: answer ?? null });
    } catch (error) {
      tell({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  });
}

export function tell(told: Told): void {
  process.send?.(told);
}
