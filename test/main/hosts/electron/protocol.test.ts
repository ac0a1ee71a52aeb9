// The desktop's protocol answers from a fixed list, and calls are answered to our own page only.
import { describe, expect, it, test } from "vitest";
import { isFromPage } from "../../../../main/hosts/electron/ipc.ts";
import {
  answer,
  debuggingSwitches,
  debuggingSwitchOf,
  isOurPage,
  pageAddress,
} from "../../../../main/hosts/electron/protocol.ts";
import { contentSecurityPolicy } from "../../../../main/hosts/page/page-files.ts";

const file = { contentType: "text/html; charset=utf-8", bytes: new TextEncoder().encode("<!doctype html>") };
const files = new Map([
  ["/", file],
  ["/index.html", file],
]);

describe("the protocol", () => {
  it.each([
    ["app://bundle/", 200],
    ["app://bundle/#project=x", 200],
    ["app://bundle/index.html", 200],
    ["app://bundle", 404],
    ["app://bundle/?x", 404],
    ["app://bundle/../../etc/passwd", 404],
    ["app://bundle/%2e%2e/%2e%2e/etc/passwd", 404],
    ["app://bundle/index.html%00", 404],
    ["app://bundle/INDEX.html", 404],
    ["app://bundle:80/", 404],
    ["app://user@other/", 404],
    ["app://other/", 404],
    ["file:///etc/passwd", 404],
    ["not an address", 404],
  ])("answers %s with %i", (url, status) => {
    const response = answer(files, { method: "GET", url });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy());
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("knows GET only", () => {
    expect(answer(files, { method: "POST", url: "app://bundle/" }).status).toBe(404);
  });
});

it("the page's address is one of ours", () => {
  expect(isOurPage(pageAddress)).toBe(true);
});

it("a frame that is gone has no say", () => {
  expect(isFromPage({ senderFrame: null })).toBe(false);
});

// A packaged application cannot be started so that another program takes over its page.

const appWith = (isPackaged: boolean, ...switches: readonly string[]) => ({
  isPackaged,
  commandLine: { hasSwitch: (name: string) => switches.includes(name) } as never,
});

test("a packaged application names the switch that it refuses", () => {
  for (const name of debuggingSwitches) expect(debuggingSwitchOf(appWith(true, "lang", name))).toBe(name);
  expect(debuggingSwitchOf(appWith(true, "lang"))).toBeNull();
});

test("one that is not packaged can be debugged by whoever develops it", () => {
  expect(debuggingSwitchOf(appWith(false, ...debuggingSwitches))).toBeNull();
});
