// Slow, silent, huge and hasty clients: each is cut off, and the page is still served.
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBrowserHost } from "../../../../main/hosts/browser/server.ts";
import { createRateLimit } from "../../../../main/hosts/rate-limit.ts";
import { limits } from "../../../../shared/schema/limits.ts";
import { fakeCore } from "../fake-core.ts";
import {
  callHeaders,
  type HostUnderTest,
  head,
  sendRaw,
  startHost,
  statusOf,
  tokenOf,
} from "./host-under-test.ts";

let host: HostUnderTest;
let token: string;
beforeAll(async () => {
  host = await startHost();
  token = await tokenOf(host);
});
afterAll(() => host.close());

/** Resolves once the host has ended the connection. */
function untilDropped(start: string, keepOn: (socket: Socket) => void): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(host.port, "127.0.0.1", () => socket.write(start));
    const timer = setInterval(() => keepOn(socket), 500);
    // A dropped connection may end as an error; what counts is that it ends.
    socket.on("error", () => socket.destroy());
    socket.resume().on("close", () => {
      clearInterval(timer);
      resolve();
    });
  });
}

it("fifty slow clients are dropped while the page is served", async () => {
  const session = head("POST /session HTTP/1.1", [
    `Host: 127.0.0.1:${host.port}`,
    `Origin: ${host.origin}`,
    "Content-Type: application/json",
    "Content-Length: 100",
  ]);
  const slow = Array.from({ length: 50 }, (_, i) => {
    if (i % 3 === 0)
      return untilDropped(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n`, (s) => s.write("X-A: b\r\n"));
    if (i % 3 === 1) return untilDropped("", () => undefined);
    return untilDropped(session, (socket) => socket.write(" "));
  });
  expect((await fetch(host.origin)).status).toBe(200);
  // Whoever keeps on sending is dropped by nobody but the host; without limits of ours, by Node after a minute.
  const began = performance.now();
  expect(await Promise.all(slow)).toHaveLength(50);
  expect(performance.now() - began).toBeLessThan(45_000);
  expect((await fetch(host.origin)).status).toBe(200);
});

it("a body that says it is too large is refused unread; one that is, when it is", async () => {
  const headers = Object.entries(callHeaders(host, token)).map(([name, value]) => `${name}: ${value}`);
  const own = `Host: 127.0.0.1:${host.port}`;
  const declared = head("POST /call HTTP/1.1", [own, ...headers, `Content-Length: ${limits.callBytes + 1}`]);
  expect(statusOf(await sendRaw(host, declared))).toBe(413);
  const chunk = `7d0\r\n${" ".repeat(2_000)}\r\n`;
  const session = [
    own,
    `Origin: ${host.origin}`,
    "Content-Type: application/json",
    "Transfer-Encoding: chunked",
  ];
  expect(statusOf(await sendRaw(host, head("POST /session HTTP/1.1", session) + chunk))).toBe(413);
});

it("a window that calls without end is told to wait", async () => {
  let time = 0;
  const mayCall = createRateLimit(() => time);
  const allowed = Array.from({ length: 10_000 }, mayCall).filter(Boolean).length;
  expect(allowed).toBe(2_000);
  time += 1_000;
  expect(Array.from({ length: 10_000 }, mayCall).filter(Boolean).length).toBe(400);
});

it("a port in use is refused with the system's error, and no other port is taken instead", async () => {
  const nothing = () => undefined;
  const second = startBrowserHost({
    core: fakeCore(),
    files: new Map(),
    port: host.port,
    project: null,
    grace: 0,
    onLastGone: nothing,
    onAddressWanted: nothing,
    onBug: nothing,
  });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});
