// Starts an application in the stand-in: `node run.js APPLICATION CHROMIUM [PROJECT]`. The application's built main entry and
// built preload are used as they are; only the name `electron` leads here.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toElectron } from "./addresses.ts";
import { app, packedProgram } from "./app.ts";
import { launchChromium } from "./chromium.ts";
import { invokeBinding } from "./page-script.ts";
import { answerQuestions, tell } from "./questions.ts";
import { invoke, requests } from "./session.ts";
import { surroundings, windows } from "./window.ts";

const [, , application = "", executable = "", ...rest] = process.argv;

const hooks = `
let stand;
export async function initialize(url) { stand = url; }
export async function resolve(name, context, next) {
  return name === "electron" ? { url: stand, shortCircuit: true } : next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, {
  data: new URL("./electron.js", import.meta.url).href,
});

// As Electron starts an unpackaged application, or a packed one, from wherever the desktop started it.
process.argv = packedProgram === undefined ? ["electron", application, ...rest] : [packedProgram, ...rest];
if (packedProgram === undefined) Object.assign(process, { defaultApp: true });
process.chdir("/");

const chromium = launchChromium(executable, requests);
surroundings.context = chromium.then(async ({ context }) => {
  await context.exposeBinding(invokeBinding, ({ frame, page }, channel: string, args: unknown[]) => {
    const window = [...windows].find(({ webContents }) => webContents.page === page);
    if (window === undefined) throw new Error("A page outside every window called");
    const senderFrame = { url: toElectron(frame.url()), parent: frame.parentFrame() };
    return invoke({ type: "frame", sender: window.webContents, senderFrame }, channel, args);
  });
  return context;
});
app.cleanUp = async () => (await chromium).close();
process.on("SIGTERM", () => app.quit());
process.on("SIGINT", () => app.quit());
process.on("disconnect", () => app.exit(1));

const { main } = JSON.parse(readFileSync(join(application, "package.json"), "utf8")) as { main: string };
// Electron waits for the entry, and the entry must not wait for Electron: that would never end.
const deadlock = setTimeout(() => {
  throw new Error("The entry awaits app.whenReady() at its top level: Electron would hang");
}, 60_000);
await import(pathToFileURL(join(application, main)).href);
clearTimeout(deadlock);
answerQuestions();
const firstWindow = new Promise<void>((resolve) => {
  surroundings.loaded = resolve;
});
app.becomeReady();
await firstWindow;

const { context, endpoint } = await chromium;
// The page that every Chromium opens with is no window of the application.
for (const page of context.pages()) {
  if (![...windows].some(({ webContents }) => webContents.page === page)) await page.close();
}
tell({ kind: "ready", endpoint });
