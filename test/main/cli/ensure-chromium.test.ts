// Finding a browser, and installing one where that is allowed.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ensureChromium } from "../../../main/cli/ensure-chromium.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const { tell } = createWords(localeFor("en", []));
let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-chromium-"));
  lines = [];
  vi.stubEnv("SAYSO_BROWSER", undefined);
  vi.stubEnv("NO_INSTALL", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, script = ""): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const ensure = (mayInstall: boolean, isHeadless = false) =>
  ensureChromium({ say: (text) => lines.push(tell(text)), folders: [folder], mayInstall, isHeadless });

describe.skipIf(process.platform !== "linux")("on Linux", () => {
  it("prefers the browser that was chosen, then Chrome, then Chromium, then Edge", () => {
    program("microsoft-edge");
    const chromium = program("chromium");
    expect(ensure(false)).toBe(chromium);
    const chrome = program("google-chrome");
    expect(ensure(false)).toBe(chrome);
    const chosen = program("my-browser");
    vi.stubEnv("SAYSO_BROWSER", chosen);
    expect(ensure(false)).toBe(chosen);
    expect(lines).toEqual([]);
  });

  it("prefers one without windows for pages that nobody sees, and takes another where there is none", () => {
    const chromium = program("chromium");
    expect(ensure(false, true)).toBe(chromium);
    const shell = program("chromium-headless-shell");
    expect(ensure(false, true)).toBe(shell);
    expect(ensure(false)).toBe(chromium);
  });

  it("passes over what cannot be run", () => {
    writeFileSync(join(folder, "google-chrome"), "");
    expect(ensure(false)).toBeNull();
  });

  it("installs one as root with apt-get, after saying so", () => {
    const chromium = join(folder, "chromium");
    program(
      "apt-get",
      `[ "$1" = install ] && printf '#!/bin/sh\\n' > '${chromium}' && chmod +x '${chromium}'`,
    );
    expect(ensure(true)).toBe(chromium);
    expect(lines).toEqual([expect.stringMatching(/^No Chromium.*installing one: apt-get install -y/)]);
  });

  it("says so when installing fails", () => {
    program("apt-get", "exit 100");
    expect(ensure(true)).toBeNull();
    expect(lines.at(-1)).toMatch(/could not be installed/);
  });

  it("installs nothing without the right to, and says how to", () => {
    program("apt-get", "exit 100");
    expect(ensure(false)).toBeNull();
    expect(lines).toEqual([expect.stringMatching(/To install one: sudo apt-get install/)]);
  });

  it("installs nothing where that was forbidden, or without apt-get", () => {
    expect(ensure(true)).toBeNull();
    program("apt-get", `touch '${join(folder, "chromium")}'`);
    vi.stubEnv("NO_INSTALL", "1");
    expect(ensure(true)).toBeNull();
    expect(lines).toEqual([]);
  });
});
