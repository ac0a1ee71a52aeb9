// The WebSocket of events: who may open it, what goes out, and how a closed window is noticed.
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
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
    ["with a count that is none", (good) => ({ protocols: ["sayso", good, "taba", "-1"] }), 400],
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

describe("a window whose connection breaks", () => {
  const numbered = (id: string): Event => ({ type: "command", id });
  /** What comes in at a socket from now on, by its name or its type. */
  function hear(socket: WebSocket): string[] {
    const heard: string[] = [];
    socket.on("message", (data) => {
      const event = JSON.parse(String(data)) as Event;
      heard.push(event.type === "command" ? event.id : event.type);
    });
    return heard;
  }
  /** Opens the socket of a tab that has heard so much already. */
  async function back(count: number, tab = "taba"): Promise<string[]> {
    const socket = open({ protocols: ["sayso", token, tab, String(count)] });
    const heard = hear(socket);
    await once(socket, "open");
    return heard;
  }

  it("is told in order what it missed, once it is back, and nothing of others", async () => {
    const socket = await opened();
    const other = await opened({ protocols: ["sayso", token, "tabb"] });
    const [before, others] = [hear(socket), hear(other)];
    await fetch(`${host.origin}/call`, {
      method: "POST",
      headers: callHeaders(host, token, { "x-sayso-tab": "tabb" }),
      body: '{"name":"host.info","input":{}}',
    });
    host.core.emit(numbered("one"));
    await expect.poll(() => before).toEqual(["one"]);
    socket.close();
    await once(socket, "close");
    host.core.emit(numbered("two"));
    host.core.emit(numbered("of b"), host.core.calls[0]?.client);
    host.core.emit(numbered("three"));
    const after = await back(1);
    await expect.poll(() => after).toEqual(["two", "three"]);
    host.core.emit(numbered("four"));
    await expect.poll(() => after).toEqual(["two", "three", "four"]);
    expect(others).toEqual(["one", "two", "of b", "three", "four"]);
  });

  it("is told again what went out and never came in", async () => {
    const socket = await opened();
    const before = hear(socket);
    host.core.emit(numbered("one"));
    await expect.poll(() => before).toEqual(["one"]);
    // As a tunnel that has died: the host learns of it only when the window comes back.
    socket.pause();
    host.core.emit(numbered("two"));
    host.core.emit(numbered("three"));
    const after = await back(1);
    await expect.poll(() => after).toEqual(["two", "three"]);
  });

  it("is told what happened since its first call, before it listened", async () => {
    await fetch(`${host.origin}/call`, {
      method: "POST",
      headers: callHeaders(host, token),
      body: '{"name":"host.info","input":{}}',
    });
    host.core.emit(numbered("one"));
    const heard = await back(0);
    await expect.poll(() => heard).toEqual(["one"]);
  });

  it.each<[string, number]>([
    ["missed more than is kept", 1],
    ["was away for so long that nothing of it is known", 99],
  ])("and that %s is told to look anew, and then what happens next", async (_name, count) => {
    const socket = await opened();
    host.core.emit(numbered("one"));
    socket.close();
    await once(socket, "close");
    const large = "x".repeat(1024 * 1024);
    for (let i = 0; i < 10; i += 1) host.core.emit(numbered(large));
    const heard = await back(count);
    await expect.poll(() => heard).toEqual(["missed"]);
    host.core.emit(numbered("next"));
    await expect.poll(() => heard).toEqual(["missed", "next"]);
    const again = await back(count + 1);
    await expect.poll(() => again).toEqual(["next"]);
  });

  it("keeps nothing for long of what a window has answered for", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const socket = await opened({ protocols: ["sayso", token, "tabc"] });
    const heard = hear(socket);
    host.core.emit(numbered("one"));
    await expect.poll(() => heard).toEqual(["one"]);
    const pinged = once(socket, "ping");
    vi.advanceTimersByTime(15_000);
    await pinged;
    // Once this is answered, so was that.
    socket.ping();
    await once(socket, "pong");
    const after = await back(0, "tabc");
    await expect.poll(() => after).toEqual(["missed"]);
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
    await expect(host.close()).resolves.toBeUndefined();
  });

  it("and does not even say goodbye does not keep the host from ending", async () => {
    const socket = await opened();
    socket.pause();
    await expect(host.close()).resolves.toBeUndefined();
  });
});
