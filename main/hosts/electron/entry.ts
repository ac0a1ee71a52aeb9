// The start of the desktop application: one core, the windows that are its clients, and the order of beginning and ending.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  type PowerMonitor,
  powerMonitor,
  protocol,
  session,
  shell,
  utilityProcess,
} from "electron";
import { version } from "../../../package.json";
import { ApiError } from "../../../shared/errors/errors.ts";
import { writtenOut } from "../../../shared/errors/visible-text.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { CoreOptions } from "../../core/context.ts";
import { type Core, createCore } from "../../core/core.ts";
import { defaultHome, portableHome } from "../../core/home.ts";
import { ownProcess, processArguments, type StartProcess } from "../../core/processes/own-process.ts";
import { createProcesses, type Processes } from "../../core/processes/processes.ts";
import { readPageFiles } from "../page/page-files.ts";
import { runCommands } from "./command-line.ts";
import { choosePath, chooseSeveral, chooseUpdate, isAgreed } from "./dialogs.ts";
import { answerCalls, sendEvents } from "./ipc.ts";
import { followSettings, menuTemplate, systemWords } from "./menu.ts";
import {
  type DesktopOpening,
  handedOver,
  listenForOpenings,
  openingOf,
  startArguments,
  takeLinks,
} from "./openings.ts";
import {
  debuggingSwitchOf,
  lockDownApp,
  lockDownSession,
  offerToPrint,
  registerScheme,
  servePage,
} from "./protocol.ts";
import { offerUpdate } from "./update.ts";
import { createWindows } from "./windows.ts";

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
  // After the application's own folder where Electron was started with one.
  const given = process.argv.slice(process.defaultApp === true ? 2 : 1);
  const { named, commands, folder, home, isPortable } = readStart(given);
  if (commands !== null) return runCommands(app, commands, { home, start: startUtilityProcess });
  keepProfileIn(join(home, "desktop"));
  if (!app.requestSingleInstanceLock(handedOver(named, folder))) return app.quit();
  const onOpening = listenForOpenings(app);
  app.enableSandbox();
  registerScheme(protocol);
  lockDownApp(app);
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  takeLinks(app, process.platform, isPortable);

  lockDownSession(session.defaultSession);
  servePage(protocol, await readPageFiles(join(import.meta.dirname, "../renderer")));
  const preferred = app.getPreferredSystemLanguages();
  words = systemWords(preferred);
  const processes = createProcesses(startUtilityProcess);
  const core = await createCore({
    ...corePorts(),
    languages: preferred,
    home,
    openings: (client) => windows.takeOpenings(client),
    processes,
  });
  const windows = createWindows({
    core,
    words: () => words,
    onGoneBadly: (error) => report("menu.window-not-closed", error),
  });
  const update = (path: string): void => updateFrom(path, home);
  const open = (opening: DesktopOpening | null): void =>
    opening?.kind === "update" ? update(opening.path) : windows.open(opening);
  answerCalls(ipcMain, core, windows.clientOf);
  const stopEvents = sendEvents(core, windows.clients);
  await followSettings(core, {
    preferred,
    onTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    onWords(chosen) {
      words = chosen;
      setMenu(update);
    },
  });

  flushOnPower(powerMonitor, core.flush, () => app.quit());
  if (named !== null) open(openingOf(named, folder));
  onOpening(open);
  if (windows.clients().length === 0) windows.open(null);
  endInOrder({ core, processes, stopEvents });
}

/** What the core asks of the desktop, in the words of now. */
const corePorts = (): Omit<CoreOptions, "languages" | "home" | "openings" | "processes"> => ({
  host: "electron",
  version,
  worksFile: join(import.meta.dirname, "bundled-works.json"),
  choose: (purpose, suggestedName) => choosePath(purpose, suggestedName, words),
  chooseSeveral: (purpose) => chooseSeveral(purpose, words),
  openPage: (address) => openPage(address, words),
  allowModel: { where: "dialog", ask: (model, signal) => allowModel(model, words, signal) },
  allowAddress: (address, signal) => allowAddress(address, words, signal),
  printPdf,
});

/** Offers the update that lies at `path`. `home`: the folder of the person's own things. */
const updateFrom = (path: string, home: string): void =>
  void offerUpdate(path, {
    ...{ version, platform: process.platform, words: () => words },
    keyFile: join(import.meta.dirname, "sayso.pub"),
    folder: join(home, "update"),
  }).catch((error: unknown) => report("menu.update-not-opened", error));

/** Shows the menu in the words of now. `update`: offers what somebody chose there. */
function setMenu(update: (path: string) => void): void {
  const onUpdate = async () => {
    const path = await chooseUpdate(words);
    if (path !== null) update(path);
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app, process.platform, words, onUpdate)));
}

/** How the application was started: with what, from where, and where the person's own things lie. */
function readStart(given: readonly string[]) {
  const { home: namedHome, named, commands } = startArguments(given);
  const folder = process.cwd();
  const carried = app.isPackaged ? portableHome(app.getPath("exe"), process.platform, process.env) : null;
  const home = namedHome === null ? (carried ?? defaultHome()) : resolve(folder, namedHome);
  return { named, commands, folder, home, isPortable: carried !== null };
}

function keepProfileIn(folder: string): void {
  // Electron refuses a folder that is not there.
  mkdirSync(folder, { recursive: true });
  app.setPath("userData", folder);
}

/** The windows are closed by then, so nothing new can arrive; what the core still holds is written before the end. */
function endInOrder({ core, processes, stopEvents }: OpenedParts): void {
  app.once("will-quit", async (event) => {
    event.preventDefault();
    stopEvents();
    await core.close().catch((error: unknown) => report("menu.could-not-end", error));
    processes.close();
    app.quit();
  });
}

interface OpenedParts {
  readonly core: Core;
  readonly processes: Processes;
  stopEvents(): void;
}

function report(
  title: "menu.could-not-start" | "menu.could-not-end" | "menu.window-not-closed" | "menu.update-not-opened",
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

/** Shows what would be started or asked, each argument on a line of its own; true when the person allows it. `signal`: the box closes. */
async function allowModel({ name, way }: OwnModel, { say }: Words, signal: AbortSignal): Promise<boolean> {
  const parts = way.by === "command" ? way.command : [way.address];
  return isAgreed({
    type: "warning",
    message: say("models.allow-title", { name }),
    detail: [say(`models.allow-${way.by}`), parts.map(writtenOut).join("\n"), say("models.allow-once")].join(
      "\n\n",
    ),
    buttons: [say("ui.cancel"), say("models.allow")],
    signal,
  });
}

/** Shows the address at which a project would be shared, or from which one would be taken; true when the person allows it. `signal`: the same. */
const allowAddress = (address: string, { say }: Words, signal: AbortSignal): Promise<boolean> =>
  isAgreed({
    type: "warning",
    message: say("team.allow-title"),
    detail: [say("team.allow-about"), writtenOut(address), say("team.allow-once")].join("\n\n"),
    buttons: [say("ui.cancel"), say("models.allow")],
    signal,
  });

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

/** Hoisted, since `main` begins before the module has run to its end. */
function startUtilityProcess(...[program, limits]: Parameters<StartProcess>): ReturnType<StartProcess> {
  return ownProcess(({ onMessage, onExit }) => {
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
}
