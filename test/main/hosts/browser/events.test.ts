// The WebSocket of events: who may open it, what goes out, and how a closed window is noticed.
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Event } from "../../../../shared/api/contract.ts";
import { callHeaders, type HostUnderTest, startHost, tokenOf } from "./host-under-test.ts";

let host: HostUnderTest;
let token: string;
beforeEach(async () => {
  host = await startHost();
  token = await tokenOf(host);
});
afterEach(() => host.close());

interface Attempt {
  readonly path?: string;
  readonly origin?: string;
  readonly host?: string;
  readonly protocols?: readonly string[];
}

function open(attempt: Attempt = {}): WebSocket {
  const headers = attempt.host === undefined ? {} : { host: attempt.host };
  const socket = new WebSocket(
    `ws://127.0.0.1:${host.port}${attempt.path ?? "/events"}`,
    [...(attempt.protocols ?? ["sayso", token, "taba"])],
    { headers, ...(attempt.origin === "" ? {} : { origin: attempt.origin ?? host.origin }) },
  );
  // A refused one reports an error too; the tests look at the refusal itself.
  socket.on("error", () => undefined);
  return socket;
}

async function opened(attempt?: Attempt): Promise<WebSocket> {
  const socket = open(attempt);
  await once(socket, "open");
  return socket;
}

async function statusOfRefusal(attempt: Attempt): Promise<number | undefined> {
  const socket = open(attempt);
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode?: number }];
  socket.terminate();
  return response.statusCode;
}

describe("opening it", () => {
  it("works for the page, and the token is not sent back", async () => {
    expect((await opened()).protocol).toBe("sayso");
  });

  it.each<[string, (token: string) => Attempt, number]>([
    ["from a foreign origin", () => ({ origin: "https://example.org" }), 403],
    ["from another port", () => ({ origin: "http://127.0.0.1:1" }), 403],
    ["from a sandboxed frame", () => ({ origin: "null" }), 403],
    ["without origin", () => ({ origin: "" }), 403],
    ["under another host's name", () => ({ host: "127.0.0.1.nip.io" }), 421],
    ["without token", () => ({ protocols: ["sayso"] }), 401],
    ["with a wrong token", () => ({ protocols: ["sayso", "x".repeat(43), "taba"] }), 401],
    ["with the token in the query", (good) => ({ path: `/events?token=${good}` }), 404],
    ["without a tab", (good) => ({ protocols: ["sayso", good] }), 400],
    ["under another protocol", (good) => ({ protocols: ["other", good, "taba"] }), 400],
    ["at another path", () => ({ path: "/call" }), 404],
  ])("%s is refused before it opens", async (_name, attempt, status) => {
    expect(await statusOfRefusal(attempt(token))).toBe(status);
  });
});

describe("events", () => {
  const event: Event = { type: "command", id: "project.new" };

  it("go to every window, or to the one they are for", async () => {
    const [a, b] = [await opened(), await opened({ protocols: ["sayso", token, "tabb"] })];
    const heard: string[] = [];
    a.on("message", (data) => heard.push(`a ${JSON.parse(String(data)).id}`));
    b.on("message", (data) => heard.push(`b ${JSON.parse(String(data)).id}`));
    await fetch(`${host.origin}/call`, {
      method: "POST",
      headers: callHeaders(host, token, { "x-sayso-tab": "tabb" }),
      body: '{"name":"host.info","input":{}}',
    });
    host.core.emit(event);
    host.core.emit({ ...event, id: "for-b" }, host.core.calls[0]?.client);
    await expect.poll(() => [...heard].sort()).toEqual(["a project.new", "b for-b", "b project.new"]);
  });

  it.each([
    ["text", "ping", 1008],
    ["binary", Buffer.from([1]), 1003],
    ["too much", "x".repeat(2_000), 1009],
  ])("flow one way: a window that sends %s is cut off", async (_name, data, code) => {
    const socket = await opened();
    socket.send(data);
    const [closed] = (await once(socket, "close")) as [number];
    expect(closed).toBe(code);
  });
});

describe("a window that closes", () => {
  it("is gone after a moment, and the last one is noticed", async () => {
    const [a, b] = [await opened(), await opened({ protocols: ["sayso", token, "tabb"] })];
    a.close();
    await expect.poll(() => host.core.gone.length).toBe(1);
    expect(host.heard.lastGone).toBe(0);
    b.close();
    await expect.poll(() => host.heard.lastGone).toBe(1);
    expect(new Set(host.core.gone).size).toBe(2);
  });

  it("and returns at once is not gone", async () => {
    const socket = await opened();
    socket.close();
    await once(socket, "close");
    await opened();
    await wait(150);
    expect(host.core.gone).toEqual([]);
    expect(host.heard.lastGone).toBe(0);
  });

  it("because the host ends is told so", async () => {
    const socket = await opened();
    const closed = once(socket, "close");
    await host.close();
    expect((await closed)[0]).toBe(1001);
  });

  it("while it opens does not keep the host from ending either", async () => {
    const opening = Array.from({ length: 8 }, (_, at) =>
      open({ protocols: ["sayso", token, `tab${"abcdefgh"[at]}`] }),
    );
    await Promise.race(opening.map((socket) => once(socket, "open")));
    const begun = performance.now();
    await host.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("and does not even say goodbye does not keep the host from ending", async () => {
    const socket = await opened();
    socket.pause();
    const begun = performance.now();
    await host.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
