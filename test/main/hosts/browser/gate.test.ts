// Who gets past the gate of the loopback host: its own page, by its own name, with its own token; nobody else.
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const post = (
  changes: Readonly<Record<string, string | undefined>>,
  path = "/call",
  body = '{"name":"host.info","input":{}}',
) => fetch(`${host.origin}${path}`, { method: "POST", headers: callHeaders(host, token, changes), body });

describe("a call", () => {
  it("of the page itself is answered by the core", async () => {
    const response = await post({});
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, value: { name: "host.info", input: {} } });
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each([
    ["a foreign origin", { origin: "https://example.org" }, 403],
    ["the origin of another port", { origin: "http://127.0.0.1:1" }, 403],
    ["the origin of a sandboxed frame", { origin: "null" }, 403],
    ["its other name as origin", { origin: "http://localhost:PORT" }, 403],
    ["no origin", { origin: undefined }, 403],
    ["the word of the browser that another site asks", { "sec-fetch-site": "cross-site" }, 403],
    ["the word of the browser that another port asks", { "sec-fetch-site": "same-site" }, 403],
    ["no token", { authorization: undefined }, 401],
    ["a wrong token", { authorization: `Bearer ${"x".repeat(43)}` }, 401],
    ["a token that is no token", { authorization: "Bearer a b" }, 401],
    ["the token under another scheme", { authorization: "Basic TOKEN" }, 401],
    ["the token in a cookie only", { authorization: undefined, cookie: "token=TOKEN" }, 401],
    ["a form's content type", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["plain text", { "content-type": "text/plain" }, 415],
    ["JSON in another encoding", { "content-type": "application/json; charset=utf-16" }, 415],
    ["no content type", { "content-type": "" }, 415],
    ["no tab", { "x-sayso-tab": undefined }, 400],
    ["a tab that is no id", { "x-sayso-tab": "../etc" }, 400],
  ])("with %s is refused and reaches nothing", async (_name, changes, status) => {
    const before = host.core.calls.length;
    const filled = Object.fromEntries(
      Object.entries(changes).map(([key, value]) => [
        key,
        value?.replace("PORT", String(host.port)).replace("TOKEN", token),
      ]),
    );
    const response = await post(filled);
    expect(response.status).toBe(status);
    expect(host.core.calls.length).toBe(before);
  });

  it("with the token in the query finds nothing", async () => {
    const response = await post({ authorization: undefined }, `/call?token=${token}`);
    expect(response.status).toBe(404);
  });

  it.each([
    ["that is not JSON", "{", 400],
    ["that is empty", "", 400],
    ["that is not a call", '["host.info",{}]', 400],
    ["with a name that is no string", '{"name":1,"input":{}}', 400],
    ["with more than a call", '{"name":"host.info","input":{},"as":"root"}', 400],
    ["with an own __proto__", '{"__proto__":{"name":"host.info"},"input":{}}', 400],
  ])("with a body %s is refused", async (_name, body, status) => {
    expect((await post({}, "/call", body)).status).toBe(status);
  });

  it("with bytes that are not UTF-8 is refused", async () => {
    const body = Buffer.from('{"name":"host.info","input":"\xff"}', "latin1");
    const headers = callHeaders(host, token);
    expect((await fetch(`${host.origin}/call`, { method: "POST", headers, body })).status).toBe(400);
  });

  it("that meets a mistake of ours is answered, and the host goes on", async () => {
    // The fake core returns what it was asked, and JSON cannot be written that deep.
    const deep = `{"name":"host.info","input":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect((await post({}, "/call", deep)).status).toBe(500);
    expect(host.heard.bugs).toHaveLength(1);
    expect((await post({})).status).toBe(200);
  });

  it("asked for in advance by a foreign page gets no permission", async () => {
    const response = await fetch(`${host.origin}/call`, {
      method: "OPTIONS",
      headers: { origin: "https://example.org", "access-control-request-method": "POST" },
    });
    expect(response.status).toBe(405);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("a request", () => {
  const get = (target: string, ...headers: string[]) =>
    sendRaw(host, head(`GET ${target} HTTP/1.1`, headers));

  it.each([
    ["127.0.0.1:PORT", 200],
    ["localhost:PORT", 200],
    ["127.0.0.1", 421],
    ["127.0.0.1:1", 421],
    ["127.0.0.1.nip.io:PORT", 421],
    ["localhost.:PORT", 421],
    ["LOCALHOST:PORT", 421],
    ["0.0.0.0:PORT", 421],
    ["[::1]:PORT", 421],
    ["example.org", 421],
    ["127.0.0.1:PORT@example.org", 421],
  ])("to host %s gets %i", async (name, status) => {
    expect(statusOf(await get("/", `Host: ${name.replace("PORT", String(host.port))}`))).toBe(status);
  });

  it("without a host, or with two, is malformed", async () => {
    expect(statusOf(await get("/"))).toBe(400);
    const own = `Host: 127.0.0.1:${host.port}`;
    expect(statusOf(await get("/", own, "Host: example.org"))).toBe(400);
  });

  it.each([
    ["/nothing", 404],
    ["/index.html?x", 404],
    ["/../package.json", 404],
    ["/assets/../../package.json", 404],
    ["/%2e%2e/package.json", 404],
    ["/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404],
    ["/assets/a.js%00", 404],
    ["/assets\\a.js", 404],
    ["//etc/passwd", 404],
    ["/session", 405],
    ["/call", 405],
    ["/events", 404],
  ])("for %s gets %i", async (target, status) => {
    expect(statusOf(await get(target, `Host: 127.0.0.1:${host.port}`))).toBe(status);
  });

  it.each([
    ["in the form for proxies", "GET http://127.0.0.1:PORT/ HTTP/1.1", 400],
    ["for a tunnel", "CONNECT 127.0.0.1:PORT HTTP/1.1", 405],
    ["for everything", "OPTIONS * HTTP/1.1", 400],
    ["to change a file", "PUT /index.html HTTP/1.1", 405],
    ["that shows what was sent", "TRACE / HTTP/1.1", 405],
  ])("%s is refused", async (_name, line, status) => {
    const port = String(host.port);
    const answer = await sendRaw(host, head(line.replace("PORT", port), [`Host: 127.0.0.1:${port}`]));
    expect(statusOf(answer)).toBe(status);
  });

  it("with two lengths, an old version or no HTTP at all ends the connection", async () => {
    const own = `Host: 127.0.0.1:${host.port}`;
    const smuggled = ["Content-Length: 4", "Transfer-Encoding: chunked"];
    expect(statusOf(await sendRaw(host, head("POST /call HTTP/1.1", [own, ...smuggled])))).toBe(400);
    expect(statusOf(await sendRaw(host, "GET /\r\n\r\n"))).toBe(400);
    expect(statusOf(await sendRaw(host, "\x16\x03\x01\x02\x00\x01\x00\x01"))).toBe(400);
  });

  it("with a header larger than 8 kB is refused", async () => {
    const answer = await get("/", `Host: 127.0.0.1:${host.port}`, `X: ${"x".repeat(9_000)}`);
    expect(statusOf(answer)).toBe(431);
  });

  it("caused by another site may open the page and nothing else", async () => {
    const own = `Host: 127.0.0.1:${host.port}`;
    const cross = [own, "Sec-Fetch-Site: cross-site"];
    const opens = ["Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
    expect(statusOf(await get("/", ...cross, ...opens))).toBe(200);
    expect(statusOf(await get("/", ...cross, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"))).toBe(
      403,
    );
    expect(statusOf(await get("/assets/a.js", ...cross, "Sec-Fetch-Mode: no-cors"))).toBe(403);
  });
});

it("the page comes with a policy that lets it load its own files and lets nobody frame it", async () => {
  const { headers } = await fetch(`${host.origin}/`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy.split("; ")).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self' ws://127.0.0.1:${host.port}`,
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]),
  );
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  expect(headers.get("set-cookie")).toBeNull();
});

it("it listens on 127.0.0.1 and on no other address of this machine", async () => {
  const refusal = await new Promise((resolve) => {
    const socket = connect(host.port, "127.0.0.2", () => resolve("connected"));
    socket.on("error", () => resolve("refused"));
  });
  expect(refusal).toBe("refused");
});
