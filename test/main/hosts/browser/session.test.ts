// The code in the address is good once and for a minute; guessing is cut short.
import { afterEach, describe, expect, it } from "vitest";
import {
  codeLifetime,
  createSessions,
  repeatTime,
  type Sessions,
  triesAllowed,
} from "../../../../main/hosts/browser/session.ts";
import { callHeaders, codeOf, type HostUnderTest, postSession, startHost } from "./host-under-test.ts";

function tokenFor(sessions: Sessions, code: string): string {
  const exchange = sessions.exchange(code);
  if (exchange.outcome !== "token") throw new Error(`no token: ${exchange.outcome}`);
  return exchange.token;
}

describe("a code", () => {
  it("is exchanged for a token of 256 bits that is accepted from then on", () => {
    const sessions = createSessions();
    const token = tokenFor(sessions, sessions.newCode());
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(sessions.check(token)).toBe(true);
  });

  it("is dead after one use, and its token is not", () => {
    const sessions = createSessions();
    const code = sessions.newCode();
    const token = tokenFor(sessions, code);
    expect(sessions.exchange(code)).toEqual({ outcome: "dead" });
    expect(sessions.check(token)).toBe(true);
  });

  it("lives a minute and no longer", () => {
    let time = 0;
    const sessions = createSessions(() => time);
    const [early, late] = [sessions.newCode(), sessions.newCode()];
    time = codeLifetime;
    expect(sessions.exchange(early).outcome).toBe("token");
    time = codeLifetime + 1;
    expect(sessions.exchange(late).outcome).toBe("dead");
  });

  it("that could still be exchanged is known of", () => {
    let time = 0;
    const sessions = createSessions(() => time);
    expect(sessions.hasGoodCode()).toBe(false);
    const code = sessions.newCode();
    expect(sessions.hasGoodCode()).toBe(true);
    sessions.exchange(code);
    expect(sessions.hasGoodCode()).toBe(false);
    sessions.newCode();
    time = codeLifetime + 1;
    expect(sessions.hasGoodCode()).toBe(false);
  });

  it("is itself no token", () => {
    const sessions = createSessions();
    expect(sessions.check(sessions.newCode())).toBe(false);
  });
});

describe("a code that is exchanged again by the tab that did so first, since it was loaded anew meanwhile", () => {
  const secret = "mine".repeat(8);

  it("is answered as before, for a moment", () => {
    let time = 0;
    const sessions = createSessions(() => time);
    const code = sessions.newCode();
    const first = sessions.exchange(code, secret);
    expect(first.outcome).toBe("token");
    time = repeatTime;
    expect(sessions.exchange(code, secret)).toEqual(first);
    time += 1;
    expect(sessions.exchange(code, secret)).toEqual({ outcome: "dead" });
  });

  it("is dead to whoever lacks the secret, and to all where the first gave none", () => {
    const sessions = createSessions();
    const [mine, anybodys] = [sessions.newCode(), sessions.newCode()];
    sessions.exchange(mine, secret);
    sessions.exchange(anybodys);
    expect(sessions.exchange(mine)).toEqual({ outcome: "dead" });
    expect(sessions.exchange(mine, "other".repeat(8))).toEqual({ outcome: "dead" });
    expect(sessions.exchange(anybodys)).toEqual({ outcome: "dead" });
    expect(sessions.exchange(anybodys, secret)).toEqual({ outcome: "dead" });
  });

  it("is answered also while others guess, and the secret opens no other code", () => {
    const sessions = createSessions();
    const [code, another] = [sessions.newCode(), sessions.newCode()];
    const first = sessions.exchange(code, secret);
    for (let i = 0; i <= triesAllowed; i += 1) sessions.exchange("guess", secret);
    expect(sessions.exchange(code, secret)).toEqual(first);
    expect(sessions.exchange("guess", secret)).toEqual({ outcome: "locked" });
    expect(sessions.exchange(another, secret)).toMatchObject({ outcome: "token" });
  });
});

describe("guessing", () => {
  it("codes is cut short without locking out who has one", () => {
    const sessions = createSessions();
    const code = sessions.newCode();
    const outcomes = Array.from({ length: triesAllowed + 1 }, () => sessions.exchange("guess").outcome);
    expect(outcomes).toEqual([...Array(triesAllowed).fill("wrong"), "locked"]);
    expect(sessions.exchange(code).outcome).toBe("token");
    expect(sessions.exchange("guess").outcome).toBe("locked");
    sessions.newCode();
    expect(sessions.exchange("guess").outcome).toBe("wrong");
  });

  it("tokens is cut short without locking out who has one", () => {
    const sessions = createSessions();
    const token = tokenFor(sessions, sessions.newCode());
    const answers = Array.from({ length: triesAllowed + 1 }, () => sessions.check("guess"));
    expect(answers).toEqual([...Array(triesAllowed).fill(false), "locked"]);
    expect(sessions.check(token)).toBe(true);
    expect(sessions.exchange(sessions.newCode()).outcome).toBe("token");
  });
});

describe("over HTTP", () => {
  let host: HostUnderTest;
  afterEach(() => host.close());

  it("the first page learns the project to open; a used code is refused and noticed", async () => {
    host = await startHost({ project: "/projects/peace" });
    const code = codeOf(host.freshAddress());
    const first = await postSession(host, code);
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({
      token: expect.any(String),
      proof: expect.any(String),
      project: "/projects/peace",
    });
    expect((await postSession(host, code)).status).toBe(401);
    expect(host.heard.addressWanted).toBe(1);
    const second = await postSession(host, codeOf(host.freshAddress()));
    expect(await second.json()).toEqual({
      token: expect.any(String),
      proof: expect.any(String),
      project: null,
    });
  });

  it("a window with the token of an earlier run is noticed, unless an address waits for it already", async () => {
    host = await startHost();
    const lost = () =>
      fetch(`${host.origin}/call`, {
        method: "POST",
        headers: callHeaders(host, "of-an-earlier-run"),
        body: '{"name":"host.info","input":{}}',
      });
    const address = host.freshAddress();
    expect((await lost()).status).toBe(401);
    expect(host.heard.addressWanted).toBe(0);
    await postSession(host, codeOf(address));
    expect((await lost()).status).toBe(401);
    expect(host.heard.addressWanted).toBe(1);
  });

  it("the tab that exchanges its code again gets the same answer, and nobody needs a fresh address", async () => {
    host = await startHost({ project: "/projects/peace" });
    const code = codeOf(host.freshAddress());
    const secret = "mine".repeat(8);
    const first: unknown = await (await postSession(host, code, secret)).json();
    expect(await (await postSession(host, code, secret)).json()).toEqual(first);
    expect(first).toMatchObject({ project: "/projects/peace" });
    expect(host.heard.addressWanted).toBe(0);
    expect((await postSession(host, code, "other".repeat(8))).status).toBe(401);
  });

  it.each(["short", "x".repeat(101), 1, null])("%j is no secret", async (secret) => {
    host = await startHost();
    expect((await postSession(host, codeOf(host.freshAddress()), secret)).status).toBe(400);
  });

  it("guessing is answered 401, then 429", async () => {
    host = await startHost();
    const statuses: number[] = [];
    for (let i = 0; i <= triesAllowed; i += 1) statuses.push((await postSession(host, `guess${i}`)).status);
    expect(statuses).toEqual([...Array(triesAllowed).fill(401), 429]);
    expect((await fetch(host.origin)).status).toBe(200);
  });

  it.each([
    ["a number", 1],
    ["nothing", undefined],
    ["a list", []],
  ])("%s is no code", async (_name, code) => {
    host = await startHost();
    expect((await postSession(host, code)).status).toBe(400);
  });

  it("a code longer than any of ours is refused by its size", async () => {
    host = await startHost();
    expect((await postSession(host, "x".repeat(2_000))).status).toBe(413);
  });
});
