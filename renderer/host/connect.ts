// Finds out which host this page runs in, and returns the client to speak with it.
import { type Client, clientOver, type Reply, type Transport } from "../../shared/api/client.ts";
import type { Event } from "../../shared/api/contract.ts";
import type { SystemOpening } from "../../shared/api/opening.ts";
import { ApiError, type Problem, type ProblemDetail, problems } from "../../shared/errors/errors.ts";
import { idFromBytes } from "../../shared/model/id.ts";
import {
  beginBrowserSession,
  codeOf,
  forgetBrowserSession,
  halvesOf,
  keepToken,
  onOpenedAddress,
  onSharedToken,
  type Renewal,
  renewBrowserSession,
} from "./browser-session.ts";

/** `expired`: the host no longer knows this page, which needs a fresh address. */
export type HostStatus = "connected" | "unreachable" | "expired";

/** Whether the host can be reached, as a small observable value that the interface shows. */
interface HostStatusSource {
  get(): HostStatus;
  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

interface SettableHostStatus extends HostStatusSource {
  set(status: HostStatus): void;
}

function createHostStatus(initial: HostStatus): SettableHostStatus {
  let status = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (next === status) return;
      status = next;
      for (const listener of listeners) listener();
    },
  };
}

export interface Connection {
  readonly client: Client;
  readonly status: HostStatusSource;
  /** What is to be opened at once: what Sayso was started with. */
  readonly openings: readonly SystemOpening[];
  /** Goes on with the address that a host printed which was started again. */
  renew(address: string): Promise<Renewal>;
}

/** Never rejects: where no host answers, every call is refused and `status` says so. */
export async function connect(): Promise<Connection> {
  if (window.sayso !== undefined) {
    const client = clientOver(desktopTransport(window.sayso));
    return {
      client,
      status: createHostStatus("connected"),
      openings: await takeOpenings(client),
      renew: never,
    };
  }
  const { token, project, reached } = await beginBrowserSession();
  if (token === null) {
    const status = createHostStatus(reached ? "expired" : "unreachable");
    onSharedToken(beginWith);
    onOpenedAddress((code) => void beginAt(code));
    return { client: clientOver(silence(reached)), status, openings: [], renew: beginAt };
  }
  const status = createHostStatus("connected");
  const transport = browserTransport(token, status);
  const goOnWith = (next: string): void => {
    keepToken(next);
    transport.renew(next);
  };
  onSharedToken((next) => {
    if (status.get() === "expired") goOnWith(next);
  });
  const renew = async (address: string): Promise<Renewal> => {
    const renewed = await renewBrowserSession(address);
    if (renewed.renewal === "renewed") goOnWith(renewed.token);
    return renewed.renewal;
  };
  onOpenedAddress((code) => {
    if (status.get() === "expired") void renew(code);
  });
  const openings = project === null ? [] : [{ kind: "project", path: project } as const];
  return { client: clientOver(transport), status, openings, renew };
}

/** The desktop's session ends with its window. */
const never = async (): Promise<Renewal> => "refused";

/** A page that never had a session has nothing to lose by being loaded again. */
function beginWith(token: string): void {
  keepToken(token);
  location.reload();
}

async function beginAt(address: string): Promise<Renewal> {
  const code = codeOf(address);
  if (code === null) return "elsewhere";
  history.replaceState(null, "", `${location.pathname}#${code}`);
  location.reload();
  return "renewed";
}

/** What the system asks this window to open; none where the host cannot be reached, which the window says by itself. */
export async function takeOpenings(client: Client): Promise<readonly SystemOpening[]> {
  try {
    return (await client.call("host.openings", {})).openings;
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

/** Of a page that came without a good code. */
function silence(reached: boolean): Transport {
  const problem = reached ? "session-missing" : "host-unreachable";
  return {
    call: async () => ({ ok: false, error: { code: problems[problem], problem, detail: {} } }),
    subscribe: () => () => undefined,
  };
}

/** The transport inside the desktop application: the two functions that its preload puts on the window. */
export interface DesktopBridge {
  call(name: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: Event) => void): () => void;
}

declare global {
  interface Window {
    /** There in the desktop application only. */
    readonly sayso?: DesktopBridge;
  }
}

/** The main process ends together with its window; a call that fails all the same is answered, not thrown. */
function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    async call(name, input) {
      try {
        return await bridge.call(name, input);
      } catch (error) {
        const detail = { message: error instanceof Error ? error.message : String(error) };
        return { ok: false, error: { code: "unreachable", problem: "host-unreachable", detail } };
      }
    },
    subscribe: (listener) => bridge.subscribe(listener),
  };
}

/** Milliseconds between two tries to reach a lost host: growing, so that a long absence costs little. */
const waits = [250, 500, 1_000, 2_000, 5_000];

/** The transport of the browser host: calls by fetch, events by one WebSocket that is opened again when it breaks, and goes on after the last event that came in. */
interface BrowserTransport extends Transport {
  /** Goes on with another token, once the host no longer knows the first. */
  renew(token: string): void;
}

/** `token` as the host gave it. `status` is kept true to what calls and the socket find. */
function browserTransport(firstToken: string, status: SettableHostStatus): BrowserTransport {
  let token = firstToken;
  const tab = idFromBytes(crypto.getRandomValues(new Uint8Array(16)));
  const listeners = new Set<(event: Event) => void>();
  let tries = 0;
  /** Events that have come in under this token. */
  let heard = 0;

  const call = async (name: string, input: unknown): Promise<Reply> => {
    if (status.get() === "expired") return failure("session-expired");
    const used = token;
    const reply = await post(used, tab, name, input);
    if (!reply.ok && reply.error.problem === "session-expired") {
      // It may have been renewed since the call was made.
      if (used !== token) return call(name, input);
      forgetBrowserSession();
      status.set("expired");
    } else if (!reply.ok && reply.error.problem === "host-unreachable") {
      status.set("unreachable");
    }
    return reply;
  };

  const listen = () => {
    const used = token;
    const entrance = ["sayso", halvesOf(used).shown, tab, String(heard)];
    const socket = new WebSocket(`ws://${location.host}/events`, entrance);
    socket.addEventListener("open", () => {
      tries = 0;
      status.set("connected");
    });
    socket.addEventListener("message", ({ data }) => {
      if (used === token) heard += 1;
      const event = JSON.parse(String(data)) as Event;
      for (const listener of listeners) listener(event);
    });
    socket.addEventListener("close", () => void listenAgain(used));
  };

  /** A refused WebSocket does not say why; a call does. */
  const listenAgain = async (used: string) => {
    const wait = waits[Math.min(tries, waits.length - 1)];
    tries += 1;
    if (tries > 1) status.set("unreachable");
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (used !== token) return;
    await call("host.info", {});
    if (used === token && status.get() !== "expired") listen();
  };

  listen();
  return {
    call,
    renew(next) {
      token = next;
      tries = 0;
      heard = 0;
      status.set("connected");
      listen();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function post(token: string, tab: string, name: string, input: unknown): Promise<Reply> {
  const { shown, expected } = halvesOf(token);
  try {
    const response = await fetch("/call", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${shown}`,
        "x-sayso-tab": tab,
      },
      body: JSON.stringify({ name, input }),
    });
    if (response.ok && response.headers.get("x-sayso-proof") !== expected) return failure("session-expired");
    if (response.ok) return (await response.json()) as Reply;
    return failure(problemOf(response.status), { status: response.status });
  } catch (error) {
    // fetch rejects with a TypeError when nobody answers, and reading breaks off with one when the host dies meanwhile.
    if (error instanceof TypeError) return failure("host-unreachable");
    throw error;
  }
}

function problemOf(status: number): Problem {
  if (status === 401) return "session-expired";
  if (status === 413) return "call-too-large";
  if (status === 408 || status === 429) return "host-unreachable";
  return "internal";
}

function failure(problem: Problem, detail: ProblemDetail = {}): Reply {
  return { ok: false, error: { code: problems[problem], problem, detail } };
}
