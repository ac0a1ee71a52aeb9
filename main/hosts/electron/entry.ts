// The start of the desktop application: one core, the windows that are its clients, and the order of beginning and ending.
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  type MessageBoxOptions,
  nativeTheme,
  type PowerMonitor,
  powerMonitor,
  protocol,
  session,
  shell,
  utilityProcess,
  type WebContents,
  type WebPreferences,
} from "electron";
import { version } from "../../../package.json";
import { ApiError } from "../../../shared/errors/errors.ts";
import { writtenOut } from "../../../shared/errors/visible-text.ts";
import { idFromBytes } from "../../../shared/model/id.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type Core, createCore } from "../../core/core.ts";
import { defaultHome } from "../../core/home.ts";
import { ownProcess, processArguments, type StartProcess } from "../../core/processes/own-process.ts";
import { createProcesses, type Processes } from "../../core/processes/processes.ts";
import { readPageFiles } from "../page/page-files.ts";
import { createRateLimit } from "../rate-limit.ts";
import { choosePath, chooseSeveral } from "./dialogs.ts";
import { answerCalls, sendEvents, type WindowClient } from "./ipc.ts";
import { followLanguage, menuTemplate, systemWords } from "./menu.ts";
import {
  debuggingSwitchOf,
  lockDownApp,
  lockDownSession,
  offerToPrint,
  pageAddress,
  registerScheme,
  servePage,
} from "./protocol.ts";

let words = systemWords([]);

// Not awaited: Electron becomes ready only once this module has run to its end.
main().catch((error: unknown) => {
  report("menu.could-not-start", error);
  app.exit(3);
});

async function main(): Promise<void> {
  const refused = debuggingSwitchOf(app);
  if (refused !== null) {
    process.stderr.write(`${words.say("menu.no-debugging", { option: `--${refused}` })}\n`);
    return app.exit(1);
  }
  const home = defaultHome();
  const project = projectOf(process.argv, process.cwd());
  app.setPath("userData", join(home, "desktop"));
  if (!app.requestSingleInstanceLock({ project })) return app.quit();
  app.enableSandbox();
  registerScheme(protocol);
  lockDownApp(app);
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();

  lockDownSession(session.defaultSession);
  servePage(protocol, await readPageFiles(join(import.meta.dirname, "../renderer")));
  words = systemWords(app.getPreferredSystemLanguages());
  const processes = createProcesses(startUtilityProcess);
  const core = await createCore({
    host: "electron",
    version,
    home,
    choose: (purpose, suggestedName) => choosePath(purpose, suggestedName, words),
    chooseSeveral: (purpose) => chooseSeveral(purpose, words),
    openPage: (address) => openPage(address, words),
    allowModel: { where: "dialog", ask: (model) => allowModel(model, words) },
    allowAddress: (address) => allowAddress(address, words),
    printPdf,
    processes,
  });
  const clients = new Map<WebContents, WindowClient>();
  answerCalls(ipcMain, core, (contents) => clients.get(contents));
  const stopEvents = sendEvents(core, () => [...clients.values()]);
  await followLanguage(core, app.getPreferredSystemLanguages(), (chosen) => {
    words = chosen;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app, process.platform, words)));
  });

  flushOnPower(powerMonitor, core.flush, () => app.quit());

  let latest = showWindow(core, clients, project);
  app.on("second-instance", (_event, _argv, _folder, data) => {
    const requestedProject = projectIn(data);
    if (requestedProject !== null || latest.isDestroyed())
      latest = showWindow(core, clients, requestedProject);
    if (latest.isMinimized()) latest.restore();
    latest.focus();
  });
  app.once("will-quit", (event) => {
    event.preventDefault();
    stopEvents();
    void end(core, processes);
  });
}

/** The windows are closed by now, so nothing new can arrive; what the core still holds is written before the end. */
async function end(core: Core, processes: Processes): Promise<void> {
  await core.close().catch((error: unknown) => report("menu.could-not-end", error));
  processes.close();
  app.quit();
}

/** Opens a window as a client of the core. A page that is loaded again is a new client, as a new tab would be. */
function showWindow(
  core: Core,
  clients: Map<WebContents, WindowClient>,
  project: string | null,
): BrowserWindow {
  const window = openWindow(project, () => words);
  flushAtSessionEnd(window, core.flush);
  const contents = window.webContents;
  const begin = () =>
    clients.set(contents, { id: idFromBytes(randomBytes(16)), contents, mayCall: createRateLimit() });
  const end = () => {
    const client = clients.get(contents);
    clients.delete(contents);
    if (client === undefined) return;
    core.clientGone(client.id).catch((error: unknown) => report("menu.window-not-closed", error));
  };
  begin();
  contents.on("did-navigate", () => {
    end();
    begin();
  });
  window.once("closed", end);
  return window;
}

/** The folder named on the command line: after the application's own folder where Electron was started with one. */
function projectOf(argv: readonly string[], folder: string): string | null {
  const path = argv.slice(process.defaultApp === true ? 2 : 1).find((argument) => !argument.startsWith("-"));
  return path === undefined ? null : resolve(folder, path);
}

/** What another start of the application handed over. */
function projectIn(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("project" in data)) return null;
  return typeof data.project === "string" ? data.project : null;
}

function report(
  title: "menu.could-not-start" | "menu.could-not-end" | "menu.window-not-closed",
  error: unknown,
): void {
  dialog.showErrorBox(
    words.say(title),
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}

/** `flush` never rejects. `quit` ends the application in order, as a system that goes off waits for. */
function flushOnPower(monitor: PowerMonitor, flush: () => Promise<void>, quit: () => void): void {
  monitor.on("suspend", () => void flush());
  monitor.on("lock-screen", () => void flush());
  // Linux and macOS; Windows tells its windows instead.
  monitor.on("shutdown", (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    void flush().then(quit);
  });
}

/** Windows asks each window before it ends the session. */
function flushAtSessionEnd(window: BrowserWindow, flush: () => Promise<void>): void {
  window.on("query-session-end", () => void flush());
  window.on("session-end", () => void flush());
}

// What only the person may decide: a box of the system's, which no page can answer.

/** Opens a page of the web (`pageAddress`) in the person's browser, where they say so once they have read its address. */
async function openPage(address: string, { say }: Words): Promise<boolean> {
  if (!URL.canParse(address)) throw new ApiError("page-not-opened");
  const { href } = new URL(address);
  const isWanted = await isAgreed({
    type: "question",
    message: say("menu.open-page"),
    detail: writtenOut(href),
    buttons: [say("ui.cancel"), say("menu.open-page-yes")],
  });
  try {
    if (isWanted) await shell.openExternal(href);
  } catch (error) {
    throw new ApiError("page-not-opened", {}, { cause: error });
  }
  return isWanted;
}

/** Shows what would be started or asked, each argument on a line of its own; true when the person allows it. */
async function allowModel({ name, way }: OwnModel, { say }: Words): Promise<boolean> {
  const parts = way.by === "command" ? way.command : [way.address];
  return isAgreed({
    type: "warning",
    message: say("models.allow-title", { name }),
    detail: [say(`models.allow-${way.by}`), parts.map(writtenOut).join("\n"), say("models.allow-once")].join(
      "\n\n",
    ),
    buttons: [say("ui.cancel"), say("models.allow")],
  });
}

/** Shows the address at which a project would be shared, or from which one would be taken; true when the person allows it. */
const allowAddress = (address: string, { say }: Words): Promise<boolean> =>
  isAgreed({
    type: "warning",
    message: say("team.allow-title"),
    detail: [say("team.allow-about"), writtenOut(address), say("team.allow-once")].join("\n\n"),
    buttons: [say("ui.cancel"), say("models.allow")],
  });

/** True for the second of the two buttons. */
async function isAgreed(question: MessageBoxOptions): Promise<boolean> {
  const options = { ...question, defaultId: 0, cancelId: 0, noLink: true };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 1;
}

// Prints a page of ours to PDF in a window that nobody sees and that can do nothing: no scripts, no preload, no requests.

/** `page`: HTML that stands by itself. */
async function printPdf(page: string): Promise<Uint8Array> {
  // Not as part of an address: those end at two megabytes.
  const { address, withdraw } = offerToPrint(page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    withdraw();
    window.destroy();
  }
}

// How the desktop starts a process that runs one of our programs: the packed application cannot be started as Node, so Electron has a way
// of its own.

const startUtilityProcess: StartProcess = (program, limits) =>
  ownProcess(({ onMessage, onExit }) => {
    const { execArgv, args } = processArguments(limits);
    const child = utilityProcess.fork(program, args, {
      execArgv,
      stdio: "ignore",
      serviceName: "sayso-reader",
    });
    let isKilled = false;
    child.on("message", onMessage);
    child.once("exit", () => onExit(null));
    // A runtime without memory tells this before it ends; that it ends is all we need to know.
    child.on("error", () => undefined);
    // Before that there is nothing that could be killed.
    child.once("spawn", () => {
      if (isKilled) child.kill();
    });
    return {
      send: (message) => child.postMessage(message),
      // It keeps no application from ending.
      hold: () => undefined,
      kill() {
        isKilled = true;
        child.kill();
      },
    };
  });

const webPreferences = {
  preload: join(import.meta.dirname, "../preload/preload.cjs"),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
} satisfies WebPreferences;

/** Shows a window once its page has something to show. `project` is the folder that it opens first; `words` are those of now. */
function openWindow(project: string | null, words: () => Words): BrowserWindow {
  const window = new BrowserWindow({
    name: "workstation",
    windowStatePersistence: true,
    width: 1_280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    // No flash of white before a dark page.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#1b1b1d" : "#ffffff",
    webPreferences,
  });
  window.once("ready-to-show", () => window.show());
  window.webContents.on("will-prevent-unload", (event) => {
    if (wantsToLeave(window, words())) event.preventDefault();
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void offerReload(window, words());
  });
  window.loadURL(pageAddress(project)).catch((error: unknown) => {
    // Closing a window while it loads is no failure.
    if (!window.isDestroyed()) dialog.showErrorBox(words().say("menu.not-loaded"), String(error));
  });
  return window;
}

/** The page says that something is not saved yet. The event waits for the answer, so the question is asked at once. */
function wantsToLeave(window: BrowserWindow, { say }: Words): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: say("menu.unsaved"),
    detail: say("menu.unsaved-about"),
    buttons: [say("menu.stay"), say("menu.leave")],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

async function offerReload(window: BrowserWindow, { say }: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: say("menu.stopped"),
    detail: say("menu.stopped-about"),
    buttons: [say("menu.load-again"), say("menu.close-it")],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.reload();
  else window.destroy();
}
