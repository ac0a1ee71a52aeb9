// The real, headless Chromium in which the stand-in shows windows, and the interception of everything its pages ask for.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Request, type Route } from "playwright";
import { toElectron } from "./addresses.ts";

export interface Requests {
  /** Whether the application cancels a request for this address. */
  cancels(address: string): Promise<boolean>;
  /** Whether it prevents a page from going to this address. */
  preventsNavigation(request: Request): boolean;
  /** The application's own protocol; `undefined` where it handles none for this address. */
  answer(request: globalThis.Request): Promise<Response> | undefined;
  readonly cancelled: string[];
  readonly escaped: string[];
  readonly prevented: string[];
}

export interface Chromium {
  readonly context: BrowserContext;
  /** Where another Playwright can reach the same browser. */
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function launchChromium(executablePath: string, requests: Requests): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), "sayso-stand-in-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: null,
    args: ["--remote-debugging-port=0", "--window-size=1280,860"],
    chromiumSandbox: false,
  });
  await context.route("**/*", (route) => handle(route, requests));
  const [port] = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n");
  return {
    context,
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function handle(route: Route, requests: Requests): Promise<void> {
  const request = route.request();
  const address = toElectron(request.url());
  if (request.isNavigationRequest() && requests.preventsNavigation(request)) {
    requests.prevented.push(address);
    return route.abort("aborted");
  }
  if (await requests.cancels(address)) {
    requests.cancelled.push(address);
    return route.abort("blockedbyclient");
  }
  const method = request.method();
  const response = await requests.answer(new globalThis.Request(address, { method }));
  if (response === undefined) {
    requests.escaped.push(address);
    return route.abort("failed");
  }
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
