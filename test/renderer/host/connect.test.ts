// The page's side of the browser host, against the host itself: the code, the reload, the events, and a host that goes away.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type Connection, connect } from "../../../renderer/host/connect.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import { type HostUnderTest, startHost } from "../../main/hosts/browser/host-under-test.ts";

let host: HostUnderTest;
let stored: Map<string, string>;
let sockets: WebSocket[] = [];
beforeEach(async () => {
  host = await startHost({ project: "/projects/peace" });
  stored = new Map();
});
afterEach(async () => {
  unload();
  await host.close();
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

/** Loads the page at this address in a tab with the same session storage as before. */
async function load(address: string): Promise<Connection> {
  unload();
  const url = new URL(address);
  const location = { hash: url.hash, host: url.host, pathname: url.pathname };
  vi.stubGlobal("window", {});
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", {
    replaceState: (_state: unknown, _title: string, path: string) =>
      Object.assign(location, { hash: "", pathname: path }),
  });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    nodeFetch(`${url.origin}${path}`, { ...init, headers: { ...init.headers, origin: url.origin } }),
  );
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
    const { client, status, project } = await load(host.freshAddress());
    expect(location.hash).toBe("");
    expect(project).toBe("/projects/peace");
    expect(await client.call("host.info", {})).toEqual({ name: "host.info", input: {} });
    expect(status.get()).toBe("connected");
  });

  it("survives a reload, as the same session and another client", async () => {
    const first = await load(host.freshAddress());
    await first.client.call("host.info", {});
    const second = await load(`${host.origin}/`);
    await second.client.call("host.info", {});
    expect(second.status.get()).toBe("connected");
    expect(second.project).toBeNull();
    expect(new Set(host.core.calls.map(({ client }) => client)).size).toBe(2);
  });

  it("used again in the same tab still works, and in another does not", async () => {
    const address = host.freshAddress();
    await load(address);
    expect((await load(address)).status.get()).toBe("connected");
    stored.clear();
    const { client, status } = await load(address);
    expect(status.get()).toBe("expired");
    expect(await problemOf(client.call("host.info", {}))).toBe("session-expired");
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
