// Electron's BrowserWindow and WebContents over a page of the headless Chromium.
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import type {
  BrowserWindowConstructorOptions,
  HandlerDetails,
  PrintToPDFOptions,
  WindowOpenHandlerResponse,
} from "electron";
import type { BrowserContext, Page } from "playwright";
import { toChromium, toElectron } from "./addresses.ts";
import { emitPreventable, KnownEmitter } from "./events.ts";
import { deliverName, pageScript } from "./page-script.ts";
import { strict } from "./strict.ts";

const contentsEvents = [
  "will-navigate",
  "will-redirect",
  "will-frame-navigate",
  "will-attach-webview",
  "will-prevent-unload",
  "did-navigate",
  "render-process-gone",
];

class StandInContents extends KnownEmitter {
  /** Set once the page is there. */
  page: Page | null = null;
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;

  constructor() {
    super("webContents", contentsEvents);
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  /** Whether the application denies its page a window with this address. */
  denies(url: string): boolean {
    const details = { url, frameName: "", features: "", disposition: "new-window" as const };
    const answer = this.openHandler?.({ ...details, referrer: { url: "", policy: "default" } });
    return answer?.action === "deny";
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  async printToPDF({ printBackground, preferCSSPageSize }: PrintToPDFOptions): Promise<Buffer> {
    if (!this.page) throw new Error("Nothing is loaded");
    return this.page.pdf({
      printBackground: printBackground === true,
      preferCSSPageSize: preferCSSPageSize === true,
    });
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { deliverName, channel, args: structuredClone(args) };
    this.page?.evaluate(deliver, message).catch(() => this.isDestroyed());
  }
}

/** Runs in the page. */
function deliver(message: { deliverName: string; channel: string; args: unknown[] }): void {
  const target: unknown = Reflect.get(window, message.deliverName);
  if (typeof target === "function") target(message.channel, message.args);
}

/** What the windows need of the rest of the stand-in. */
export const surroundings: {
  context: Promise<BrowserContext> | null;
  isReady: boolean;
  contentsCreated: (contents: StandInContents) => void;
  windowClosed: () => void;
  /** A page asked to stay, and was not overruled. */
  stayed: () => void;
  loaded: () => void;
} = {
  context: null,
  isReady: false,
  contentsCreated: () => undefined,
  windowClosed: () => undefined,
  stayed: () => undefined,
  loaded: () => undefined,
};

/** The one in front last. */
export const windows = new Set<StandInWindow>();

export class StandInWindow extends KnownEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  shown: boolean;
  readonly #page: Promise<Page>;
  minimized = false;

  static getFocusedWindow(): StandInWindow | null {
    return [...windows].at(-1) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions) {
    super("window", ["ready-to-show", "closed", "focus", "query-session-end", "session-end"]);
    if (!surroundings.isReady || surroundings.context === null) {
      throw new Error("Cannot create BrowserWindow before app is ready");
    }
    const preload = options.webPreferences?.preload ?? "";
    // A window that only prints runs nothing, and nobody sees it.
    const prints = options.webPreferences?.javascript === false && options.show === false;
    if (!prints && (!isAbsolute(preload) || !existsSync(preload)))
      throw new Error(`The preload is not there: ${preload}`);
    if (options.name !== undefined && [...windows].some((window) => window.options.name === options.name))
      throw new Error(`The name of a window is in use: ${options.name}`);
    if (options.windowStatePersistence && options.name === undefined)
      throw new Error("A window without a name keeps no state");
    this.options = options;
    this.shown = options.show !== false;
    this.webContents = strict("webContents", new StandInContents());
    surroundings.contentsCreated(this.webContents);
    if (!prints) windows.add(this);
    this.#page = this.#open(surroundings.context, prints ? "" : readFileSync(preload, "utf8"));
  }

  async #open(context: Promise<BrowserContext>, preload: string): Promise<Page> {
    const page = await (await context).newPage();
    this.webContents.page = page;
    if (preload !== "") await page.addInitScript(pageScript(preload));
    page.on("dialog", async (dialog) => {
      if (dialog.type() !== "beforeunload") return dialog.dismiss();
      if (emitPreventable(this.webContents, "will-prevent-unload")) return dialog.accept();
      surroundings.stayed();
      return dialog.dismiss();
    });
    page.on("popup", closePage);
    // The popup's own address is known too late: where no network is, it may be the one of Chromium's error page by then.
    const events = await page.context().newCDPSession(page);
    events.on("Page.windowOpen", ({ url }) => this.#judge(toElectron(url)));
    // Of another document, as in Electron: not of a way within the same one.
    events.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId === undefined) this.webContents.emit("did-navigate", {}, toElectron(frame.url));
    });
    await events.send("Page.enable");
    page.on("close", () => {
      windows.delete(this);
      this.emit("closed");
      surroundings.windowClosed();
    });
    return page;
  }

  #judge(url: string): void {
    if (!this.webContents.denies(url)) throw new Error(`A page may open a window: ${url}`);
    prevented.push(`window ${url}`);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    await page.goto(toChromium(address), { waitUntil: "load" });
    this.emit("ready-to-show");
    surroundings.loaded();
  }

  reload(): void {
    void this.#page.then((page) => page.reload());
  }

  /** As the close button does: the page is asked first. */
  close(): void {
    void this.#page.then((page) => closePage(page, { runBeforeUnload: true }));
  }

  destroy(): void {
    void this.#page.then((page) => closePage(page));
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    windows.delete(this);
    windows.add(this);
    this.emit("focus", {});
  }

  isDestroyed(): boolean {
    return !windows.has(this);
  }

  minimize(): void {
    this.minimized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }
}

/** What was prevented of navigations and windows, for the tests. */
export const prevented: string[] = [];

/** To close what somebody else is closing already is no failure. */
async function closePage(page: Page, options: { runBeforeUnload?: boolean } = {}): Promise<void> {
  try {
    await page.close(options);
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}
