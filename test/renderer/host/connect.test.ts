// The page's side of the browser host, against the host itself: the code, the reload, the events, and a host that goes away.
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type Connection, connect } from "../../../renderer/host/connect.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type HostUnderTest, startHost } from "../../main/hosts/browser/host-under-test.ts";

let host: HostUnderTest;
let stored: Map<string, string>;
let sockets: WebSocket[] = [];
let reloads = 0;
/** Opens the same address with another fragment in the tab: the page stays. */
let openHere: (hash: string) => void = () => undefined;
beforeEach(async () => {
  host = await startHost({ project: "/projects/peace" });
  stored = new Map();
  channels = [];
  way = open;
});
afterEach(async () => {
  unload();
  await host.close();
  vi.unstubAllGlobals();
});

/** The page is gone, and notices nothing any more. */
function unload(): void {
  for (const socket of sockets)
    socket
      .removeAllListeners()
      .on("error", () => undefined)
      .terminate();
  sockets = [];
}

/** What lies between the page and the host. */
let way: { between(send: () => Promise<Response>): Promise<Response> };
const open: typeof way = { between: (send) => send() };
/** The page waits for the answer, for ever. */
const never = new Promise<Response>(() => undefined);

/** Those of all windows of one browser, which hear each other. */
let channels: { name: string; hear: (event: { data: unknown }) => void }[];

/** Loads the page at this address in a tab with the same session storage as before. */
async function load(address: string): Promise<Connection> {
  unload();
  const url = new URL(address);
  const location = {
    hash: url.hash,
    host: url.host,
    port: url.port,
    pathname: url.pathname,
    reload: () => {
      reloads += 1;
    },
  };
  vi.stubGlobal("window", {});
  vi.stubGlobal("location", location);
  vi.stubGlobal("addEventListener", (type: string, hear: () => void) => {
    if (type !== "hashchange") return;
    openHere = (hash) => {
      Object.assign(location, { hash });
      hear();
    };
  });
  vi.stubGlobal("history", {
    replaceState: (_state: unknown, _title: string, path: string) =>
      Object.assign(location, { hash: /#.*/u.exec(path)?.[0] ?? "", pathname: path.replace(/#.*/u, "") }),
  });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      readonly name: string;
      constructor(name: string) {
        this.name = name;
      }
      addEventListener(_type: string, hear: (event: { data: unknown }) => void) {
        channels.push({ name: this.name, hear });
      }
      postMessage(data: unknown) {
        for (const { name, hear } of channels) if (name === this.name) hear({ data });
      }
      close() {}
    },
  );
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const headers = { ...init.headers, origin: url.origin };
    return way.between(() => nodeFetch(`${url.origin}${path}`, { ...init, headers }));
  });
  vi.stubGlobal(
    "WebSocket",
    class extends WebSocket {
      constructor(socketAddress: string, protocols: string[]) {
        super(socketAddress, protocols, { origin: url.origin });
        this.on("error", () => undefined);
        sockets.push(this);
      }
    },
  );
  return connect();
}

// Taken before any test replaces it.
const nodeFetch = globalThis.fetch;

async function problemOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error("The call was not refused");
  return error.problem;
}

describe("a fresh address", () => {
  it("connects, names the project to open, and leaves nothing in the address", async () => {
    const { client, status, openings } = await load(host.freshAddress());
    expect(location.hash).toBe("");
    expect(openings).toEqual([{ kind: "project", path: "/projects/peace" }]);
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
    expect(status.get()).toBe("connected");
  });

  it("survives a reload, as the same session and another client", async () => {
    const first = await load(host.freshAddress());
    await first.client.call("host.info", {});
    const second = await load(`${host.origin}/`);
    await second.client.call("host.info", {});
    expect(second.status.get()).toBe("connected");
    expect(second.openings).toEqual([]);
    expect(new Set(host.core.calls.map(({ client }) => client)).size).toBe(2);
  });

  it("used again in the same tab still works, and in another does not", async () => {
    const address = host.freshAddress();
    await load(address);
    expect((await load(address)).status.get()).toBe("connected");
    stored.clear();
    const { client, status } = await load(address);
    expect(status.get()).toBe("expired");
    expect(await problemOf(client.call("host.info", {}))).toBe("session-missing");
  });

  it("without its code is told apart from a session that has ended", async () => {
    const { client, status } = await load(`${host.origin}/`);
    expect(status.get()).toBe("expired");
    expect(await problemOf(client.call("host.info", {}))).toBe("session-missing");
  });
});

describe("a page that is loaded anew while its code is exchanged", () => {
  it.each<[string, (send: () => Promise<Response>) => Promise<Response>]>([
    ["whose answer is on its way", (send) => send().then(() => never)],
    ["whose question never went out", () => never],
  ])("gets in, with the project to open: one %s", async (_name, between) => {
    let sent: Promise<unknown> = Promise.resolve();
    way = {
      between: (send) =>
        between(() => {
          const answer = send();
          sent = answer;
          return answer;
        }),
    };
    void load(host.freshAddress());
    await sent;
    way = open;
    const { client, status, openings } = await load(`${host.origin}/`);
    expect(status.get()).toBe("connected");
    expect(openings).toEqual([{ kind: "project", path: "/projects/peace" }]);
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
    expect(host.heard.addressWanted).toBe(0);
  });

  it("keeps nothing of the code once it has a token, or is refused", async () => {
    await load(host.freshAddress());
    expect([...stored.keys()]).toEqual(["sayso.token"]);
    stored.clear();
    await load(`${host.origin}/#no-code-of-ours`);
    expect([...stored.keys()]).toEqual([]);
  });

  it("goes on with the token it has where the code is no good by then", async () => {
    await load(host.freshAddress());
    way = { between: () => never };
    void load(`${host.origin}/#no-code-of-ours`);
    way = open;
    const { client, status } = await load(`${host.origin}/`);
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
    expect(status.get()).toBe("connected");
  });
});

it("events arrive until nobody listens", async () => {
  const { client } = await load(host.freshAddress());
  const heard: Event[] = [];
  const stop = client.subscribe((event) => heard.push(event));
  const event: Event = { type: "command", id: "new" };
  await expect
    .poll(() => {
      host.core.emit(event);
      return heard.at(-1);
    })
    .toEqual(event);
  stop();
  const before = heard.length;
  host.core.emit(event);
  await client.call("host.info", {});
  expect(heard.length).toBe(before);
});

it("events are heard once and in order over a connection that breaks", async () => {
  await host.close();
  host = await startHost({ grace: 10_000 });
  const { client } = await load(host.freshAddress());
  const heard: string[] = [];
  client.subscribe((event) => heard.push(event.type === "command" ? event.id : event.type));
  const tell = (id: string): void => host.core.emit({ type: "command", id });
  await client.call("host.info", {});
  tell("one");
  await expect.poll(() => heard).toEqual(["one"]);
  for (const [at, id] of ["two", "three", "four"].entries()) {
    const before = sockets.length;
    sockets.at(-1)?.terminate();
    tell(id);
    await expect.poll(() => sockets.length).toBeGreaterThan(before);
    await expect.poll(() => heard).toEqual(["one", "two", "three", "four"].slice(0, at + 2));
  }
});

describe("a host that goes away", () => {
  it("is told to the page, and calls are refused instead of failing", async () => {
    const { client, status } = await load(host.freshAddress());
    const changes: string[] = [];
    status.subscribe(() => changes.push(status.get()));
    await client.call("host.info", {});
    await host.close();
    expect(await problemOf(client.call("host.info", {}))).toBe("host-unreachable");
    expect(status.get()).toBe("unreachable");
    expect(changes).toEqual(["unreachable"]);
    host = await startHost();
  });

  it("and was never there is told too", async () => {
    const address = host.freshAddress();
    await host.close();
    const { client, status } = await load(address);
    expect(status.get()).toBe("unreachable");
    expect(await problemOf(client.call("host.info", {}))).toBe("host-unreachable");
    host = await startHost();
  });
});

it("a host that does not know the token any more ends the session", async () => {
  stored.set("sayso.token", "of-an-earlier-run");
  const { client, status } = await load(`${host.origin}/`);
  expect(await problemOf(client.call("host.info", {}))).toBe("session-expired");
  expect(status.get()).toBe("expired");
  expect(stored.size).toBe(0);
  expect(await problemOf(client.call("settings.get", {}))).toBe("session-expired");
});

describe("a host that was started again at the same port", () => {
  /** The page of a host that is gone, whose token the next one does not know; and that next one. */
  async function outlive(): Promise<Connection> {
    const connection = await load(host.freshAddress());
    await connection.client.call("host.info", {});
    const { port } = host;
    await host.close();
    await expect.poll(connection.status.get).toBe("unreachable");
    host = await startHost({ port });
    await expect.poll(connection.status.get).toBe("expired");
    return connection;
  }

  it("is gone on with at the address it prints, in whatever form that is entered", async () => {
    for (const form of [
      (address: string) => address,
      (address: string) => ` ${address.replace("http://", "")} `,
      (address: string) => new URL(address).hash,
      (address: string) => new URL(address).hash.slice(1),
    ]) {
      const { client, status, renew } = await outlive();
      expect(await renew(form(host.freshAddress()))).toBe("renewed");
      expect(status.get()).toBe("connected");
      expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
    }
  });

  it("tells events again, to one socket", async () => {
    const { client, renew } = await outlive();
    const heard: Event[] = [];
    client.subscribe((event) => heard.push(event));
    await renew(host.freshAddress());
    const event: Event = { type: "command", id: "new" };
    await expect
      .poll(() => {
        host.core.emit(event);
        return heard.length;
      })
      .toBeGreaterThan(0);
    expect(sockets.filter(({ readyState }) => readyState <= WebSocket.OPEN)).toHaveLength(1);
  });

  it("refuses an address that is used up, one of another port, and words that are none", async () => {
    const { status, renew } = await outlive();
    const address = host.freshAddress();
    const elsewhere = address.replace(`:${host.port}/`, ":1/");
    expect(await renew(elsewhere)).toBe("elsewhere");
    await nodeFetch(`${host.origin}/session`, {
      method: "POST",
      headers: { origin: host.origin, "content-type": "application/json" },
      body: JSON.stringify({ code: new URL(address).hash.slice(1) }),
    });
    expect(await renew(address)).toBe("refused");
    expect(await renew("where is it?")).toBe("refused");
    expect(status.get()).toBe("expired");
  });

  it("is gone on with when its address is opened in this very tab", async () => {
    const { client, status } = await outlive();
    openHere(new URL(host.freshAddress()).hash);
    expect(location.hash).toBe("");
    await expect.poll(status.get).toBe("connected");
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
  });

  it("is not taken for one by a program that has taken its port and answers to everything", async () => {
    const { client, status } = await load(host.freshAddress());
    await client.call("host.info", {});
    const { port } = host;
    await host.close();
    await expect.poll(status.get).toBe("unreachable");
    const heard: string[] = [];
    const impostor = createServer((request, response) => {
      request.on("data", (part) => heard.push(String(part)));
      response.end('{"ok":true,"value":{}}');
    });
    await new Promise<void>((done) => impostor.listen(port, "127.0.0.1", done));
    await expect.poll(status.get).toBe("expired");
    expect(await problemOf(client.call("settings.set", { annotatorName: "Ana" }))).toBe("session-expired");
    expect(heard.join()).not.toContain("settings.set");
    impostor.closeAllConnections();
    await new Promise((done) => impostor.close(done));
    host = await startHost();
  });

  it("is found by itself once another window of the same browser has its address", async () => {
    const { client, status } = await outlive();
    const others = sockets;
    sockets = [];
    await load(host.freshAddress());
    sockets = [...sockets, ...others];
    expect(status.get()).toBe("connected");
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
  });

  it("is found by a page that never had a session, which loads itself again", async () => {
    const { status, renew } = await load(`${host.origin}/`);
    expect(status.get()).toBe("expired");
    const before = reloads;
    expect(await renew(host.freshAddress())).toBe("renewed");
    expect(location.hash).toMatch(/^#[\w-]{43}$/);
    expect(reloads).toBe(before + 1);
  });
});
