// The browser host: the core and the page behind a loopback address of this machine, for one person's browser. It answers with a fixed list
// of files, a token for a code, the replies to calls, and one WebSocket for events. Slow, silent and endless connections are cut off.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { limits } from "../../../shared/schema/limits.ts";
import type { Core } from "../../core/core.ts";
import { type PageFiles, pageHeaders } from "../page/page-files.ts";
import { createSessions, type Sessions } from "./session.ts";
import { createWindows, type Windows } from "./windows.ts";

export interface BrowserHostOptions {
  readonly core: Core;
  readonly files: PageFiles;
  /** 0: any free one. */
  readonly port: number;
  /** The project that the page opens first, told to the page of the first code only. */
  readonly project: string | null;
  /** Milliseconds that a window may be away before it counts as closed. */
  readonly grace: number;
  /** The last window was closed. */
  readonly onLastGone: () => void;
  /** Somebody came with a code of ours that is used up, or a window with the token of an earlier run: they need a fresh address. */
  readonly onAddressWanted: () => void;
  /** A request met a mistake of ours. It was answered; the host goes on. */
  readonly onBug: (error: unknown) => void;
}

export interface BrowserHost {
  readonly port: number;
  /** An address that opens the page, good for one use within a minute. */
  freshAddress(): string;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1 alone. Rejects with the system's error (`EADDRINUSE`, `EACCES`) when the port is not to be had. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 5_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 500,
    keepAliveTimeout: 5_000,
  });
  server.maxConnections = 64;
  const port = await listen(server, options.port);
  const sessions = createSessions();
  const windows = createWindows(options);
  const desk: Desk = { ...options, port, sessions, windows };
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: 1_024,
    perMessageDeflate: false,
    handleProtocols: () => "sayso",
  });
  server.on("request", (request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      options.onBug(error);
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, reason: "Sayso made a mistake." });
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const entrance = admit(desk, request);
    if ("status" in entrance) return refuseSocket(socket, entrance);
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      windows.connect(entrance.token, entrance.tab, entrance.heard, webSocket),
    );
  });
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => {
    refuseSocket(socket, { status: 405, reason: "This host is no proxy." });
  });
  return {
    port,
    freshAddress: () => `http://127.0.0.1:${port}/#${sessions.newCode()}`,
    close: () => stop(server, windows),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stop(server: Server, windows: Windows): Promise<void> {
  const serverClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  windows.close();
  server.closeIdleConnections();
  // What is still being answered gets a moment; then every connection ends.
  const timer = setTimeout(() => server.closeAllConnections(), 1_000);
  await serverClosed;
  clearTimeout(timer);
}

/** What the routes work with. */
interface Desk {
  readonly core: Core;
  readonly files: PageFiles;
  readonly onAddressWanted: () => void;
  readonly port: number;
  readonly sessions: Sessions;
  readonly windows: Windows;
  /** Told to the page of the first code only. */
  readonly project: string | null;
}

const sessionBody = z.strictObject({
  code: z.string().max(200),
  secret: z
    .string()
    .regex(/^[\w-]{32,100}$/)
    .optional(),
});
const callBody = z.strictObject({ name: z.string().max(200), input: z.unknown() });
/** The page's own name for one loading of it. */
const tabName = /^[a-z2-7]{1,32}$/;

/** Answers one request; rejects only by a mistake of ours. */
async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = checkAddress(request, desk.port);
  if (refusal !== null) return refuse(response, refusal);
  if (request.url === "/session") return answerSession(desk, request, response);
  if (request.url === "/call") return answerCall(desk, request, response);
  const file = desk.files.get(request.url ?? "");
  if (file === undefined) return refuse(response, { status: 404, reason: "There is nothing here." });
  if (request.method !== "GET") return refuse(response, { status: 405, reason: "Only GET works here." });
  response.writeHead(200, {
    ...pageHeaders([`ws://${request.headers.host}`]),
    "content-type": file.contentType,
    "content-length": file.bytes.byteLength,
  });
  response.end(file.bytes);
}

/** `POST /session {code, secret?}` -> `{token, proof, project}`. */
async function answerSession(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = checkPost(request);
  if (refusal !== null) return refuse(response, refusal);
  const body = await readBody(request, 1_024, 5_000);
  if (!body.ok) return refuse(response, body.refusal);
  const parsed = sessionBody.safeParse(body.value);
  if (!parsed.success) return refuse(response, { status: 400, reason: "A code is needed." });
  const exchange = desk.sessions.exchange(parsed.data.code, parsed.data.secret);
  if (exchange.outcome === "locked") return refuse(response, tooManyTries);
  if (exchange.outcome === "dead") desk.onAddressWanted();
  if (exchange.outcome !== "token")
    return refuse(response, { status: 401, reason: "This code is not good." });
  const { token, proof, isFirst } = exchange;
  sendJson(response, { token, proof, project: isFirst ? desk.project : null });
}

/** `POST /call {name, input}` with the token and the tab's name in headers -> the door's reply. */
async function answerCall(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const tab = request.headers["x-sayso-tab"];
  const refusal = checkPost(request) ?? checkToken(desk, token);
  if (refusal !== null) return refuse(response, refusal);
  if (typeof tab !== "string" || !tabName.test(tab)) {
    return refuse(response, { status: 400, reason: "The tab's name is missing." });
  }
  const window = desk.windows.of(token, tab);
  if (!window.mayCall()) return refuse(response, { status: 429, reason: "Too many calls at once." });
  const body = await readBody(request, limits.callBytes, 30_000);
  if (!body.ok) return refuse(response, body.refusal);
  const parsed = callBody.safeParse(body.value);
  if (!parsed.success) return refuse(response, { status: 400, reason: "A call is a name and an input." });
  const reply = await desk.core.dispatch(parsed.data.name, parsed.data.input, window.id);
  sendJson(response, reply, { "x-sayso-proof": desk.sessions.proofOf(token) });
}

/** Who opens `/events`, and how many events have come in there so far. */
interface Entrance {
  readonly token: string;
  readonly tab: string;
  readonly heard: number;
}

/** The upgrade of `/events`; the token, the tab's name and its count travel as the second to fourth subprotocol. */
function admit(desk: Desk, request: IncomingMessage): Refusal | Entrance {
  const refusal = checkAddress(request, desk.port) ?? checkOrigin(request);
  if (refusal !== null) return refusal;
  if (request.url !== "/events") return { status: 404, reason: "There is nothing here." };
  const [protocol, token = "", tab = "", heard = "0"] = (
    request.headers["sec-websocket-protocol"] ?? ""
  ).split(/, */);
  const wrong = checkToken(desk, token);
  if (wrong !== null) return wrong;
  if (protocol !== "sayso" || !tabName.test(tab) || !/^\d{1,15}$/.test(heard)) {
    return { status: 400, reason: "The protocol is sayso, with a tab's name and a count." };
  }
  return { token, tab, heard: Number(heard) };
}

const tooManyTries: Refusal = { status: 429, reason: "Too many wrong tries: ask Sayso for a fresh address." };

function checkToken(desk: Desk, token: string): Refusal | null {
  const tokenStatus = desk.sessions.check(token);
  if (tokenStatus === true) return null;
  // It may be a window that outlived an earlier run and holds changes; where an address is still good, it can use that.
  if (tokenStatus === false && !desk.sessions.hasGoodCode()) desk.onAddressWanted();
  return tokenStatus === "locked" ? tooManyTries : { status: 401, reason: "A session token is needed." };
}

function checkPost(request: IncomingMessage): Refusal | null {
  if (request.method !== "POST") return { status: 405, reason: "Only POST works here." };
  return checkOrigin(request) ?? checkJson(request);
}

function sendJson(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(value);
  const contentType = { "content-type": "application/json; charset=utf-8" };
  response.writeHead(200, { ...pageHeaders(), ...contentType, ...headers });
  response.end(text);
}

/** The connection ends with a refusal, so that an unread body costs nothing. */
function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, {
    ...pageHeaders(),
    "content-type": "text/plain; charset=utf-8",
    connection: "close",
  });
  response.end(`${reason}\n`);
}

function refuseSocket(socket: Duplex, { status, reason }: Refusal): void {
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: text/plain\r\n\r\n${reason}\n`,
  );
}

/** Reads the JSON body of a request, with a limit on its size and on the time it may take to arrive. */
type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

/** `maxBytes` counts what really arrives; `maxTime` is in milliseconds. Never rejects. */
function readBody(request: IncomingMessage, maxBytes: number, maxTime: number): Promise<Body> {
  const tooLarge = { status: 413, reason: `The body is larger than ${maxBytes} bytes.` };
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    return Promise.resolve({ ok: false, refusal: tooLarge });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (body: Body) => {
      clearTimeout(timer);
      request.removeAllListeners("data");
      resolve(body);
    };
    const refuse = (refusal: Refusal) => finish({ ok: false, refusal });
    const timer = setTimeout(() => refuse({ status: 408, reason: "The body took too long." }), maxTime);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) refuse(tooLarge);
      else chunks.push(chunk);
    });
    request.on("end", () => finish(parse(Buffer.concat(chunks))));
    request.on("error", () => refuse({ status: 400, reason: "The body broke off." }));
    request.on("close", () => refuse({ status: 400, reason: "The body broke off." }));
  });
}

function parse(bytes: Buffer): Body {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { ok: false, refusal: { status: 400, reason: "The body is not JSON in UTF-8." } };
  }
}

// What a request must look like before anything reads it: addressed to this host by its own name, in the plain form, and
// sent by its own page. A page of another origin, or a name that was made to point at this machine, gets no further.

interface Refusal {
  readonly status: number;
  /** One sentence in plain text. */
  readonly reason: string;
}

/** Checks what holds for every request. Returns `null` when it may go on. */
function checkAddress(request: IncomingMessage, port: number): Refusal | null {
  if (countOf(request, "host") !== 1) return { status: 400, reason: "One Host header is needed." };
  const host = request.headers.host;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return { status: 421, reason: "This host answers to its loopback address only." };
  }
  if (request.url?.startsWith("/") !== true)
    return { status: 400, reason: "The path must begin with a slash." };
  // Browsers that send it say so when another page, even one on another port of this machine, caused the request. Opening
  // the page itself by a link is harmless: it comes without a code.
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    const opens = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
    if (!opens || request.headers["sec-fetch-dest"] !== "document") {
      return { status: 403, reason: "Only Sayso's own page may ask." };
    }
  }
  return null;
}

/** Checks that our own page sends this; for every POST and every upgrade. */
function checkOrigin(request: IncomingMessage): Refusal | null {
  const { origin, host } = request.headers;
  if (countOf(request, "origin") === 1 && origin === `http://${host}`) return null;
  return { status: 403, reason: "Only Sayso's own page may ask." };
}

/** Checks that a body is declared as JSON, which no form and no foreign page can send unasked. */
function checkJson(request: IncomingMessage): Refusal | null {
  const type = request.headers["content-type"];
  if (type === "application/json" || type === "application/json; charset=utf-8") return null;
  return { status: 415, reason: "The content type must be application/json." };
}

/** Node keeps only the first of some repeated headers; a repeated one here means somebody plays with us. */
function countOf(request: IncomingMessage, name: string): number {
  return request.rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name)
    .length;
}
