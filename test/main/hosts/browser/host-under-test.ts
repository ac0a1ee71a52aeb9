// A browser host over a fake core, and requests to it written by hand, so that a test can send what no client library would.
import { connect } from "node:net";
import { type BrowserHost, startBrowserHost } from "../../../../main/hosts/browser/server.ts";
import type { PageFiles } from "../../../../main/hosts/page/page-files.ts";
import { type FakeCore, fakeCore } from "../fake-core.ts";

export interface HostUnderTest extends BrowserHost {
  readonly core: FakeCore;
  readonly origin: string;
  readonly heard: { lastGone: number; addressWanted: number; bugs: unknown[] };
}

const page = { contentType: "text/html; charset=utf-8", bytes: new TextEncoder().encode("<!doctype html>") };
const files: PageFiles = new Map([
  ["/", page],
  ["/index.html", page],
  ["/assets/a.js", { contentType: "text/javascript; charset=utf-8", bytes: new TextEncoder().encode("1") }],
]);

export async function startHost(
  options: { grace?: number; project?: string; port?: number } = {},
): Promise<HostUnderTest> {
  const core = fakeCore();
  const heard: HostUnderTest["heard"] = { lastGone: 0, addressWanted: 0, bugs: [] };
  const host = await startBrowserHost({
    core,
    files,
    port: options.port ?? 0,
    project: options.project ?? null,
    grace: options.grace ?? 50,
    onLastGone: () => {
      heard.lastGone += 1;
    },
    onAddressWanted: () => {
      heard.addressWanted += 1;
    },
    onBug: (error) => heard.bugs.push(error),
  });
  return { ...host, core, heard, origin: `http://127.0.0.1:${host.port}` };
}

export function codeOf(address: string): string {
  return new URL(address).hash.slice(1);
}

/** Exchanges a fresh code for a token, as the page does. */
export async function tokenOf(host: HostUnderTest): Promise<string> {
  const response = await postSession(host, codeOf(host.freshAddress()));
  const { token } = (await response.json()) as { token: string };
  return token;
}

export function postSession(host: HostUnderTest, code: unknown, secret?: unknown): Promise<Response> {
  return fetch(`${host.origin}/session`, {
    method: "POST",
    headers: { origin: host.origin, "content-type": "application/json" },
    body: JSON.stringify({ code, secret }),
  });
}

/** What a good call carries; a test overrides or, with `undefined`, leaves out what it is about. */
export function callHeaders(
  host: HostUnderTest,
  token: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const headers = {
    origin: host.origin,
    authorization: `Bearer ${token}`,
    "x-sayso-tab": "taba",
    "content-type": "application/json",
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Sends the bytes as they are and resolves with everything that came back until the connection ended. */
export function sendRaw(host: HostUnderTest, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

/** Writes a request's head, one header a line, asking that the connection end with the answer. */
export function head(line: string, headers: readonly string[]): string {
  return `${[line, ...headers, "Connection: close"].join("\r\n")}\r\n\r\n`;
}

/** The status of an answer that was received raw; 0 where there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}
