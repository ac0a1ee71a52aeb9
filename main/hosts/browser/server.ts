// The browser host: the core and the page behind a loopback address of this machine, for one person's browser. Slow, silent
// and endless connections are cut off here; what each request gets is decided in `routes.ts`.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Core } from "../../core/core.ts";
import type { PageFiles } from "../page/page-files.ts";
import { admit, answer, type Desk, refuse, refuseSocket } from "./routes.ts";
import { createSessions } from "./session.ts";
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
