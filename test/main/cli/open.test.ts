// How the application starts: as the desktop application, in a browser, or at an address; and how it ends.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildApp, type RunningCommand, repository, runSayso } from "../../helpers/built-app.ts";
import { tier } from "../../helpers/tier.ts";

let folder: string;
let running: RunningCommand[];
beforeAll(buildApp);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-open-"));
  running = [];
});
afterEach(async () => {
  for (const command of running) {
    command.process.kill("SIGKILL");
    await command.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const address = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/;

/** No display, no Electron and no installing, unless the test says otherwise. */
function sayso(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCommand {
  const command = runSayso(args, {
    SAYSO_HOME: join(folder, "home"),
    LC_ALL: "C",
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    NO_INSTALL: "1",
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    ...env,
  });
  running.push(command);
  return command;
}

function program(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  chmodSync(path, 0o755);
  return path;
}

/** A folder that says that it is a project. */
function projectIn(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "project.json"), '{"schemaVersion":1}');
  return path;
}

/** Opens the address it is given as the page would, closes it again, and then lives on, as browsers on some systems do. */
const briefBrowser = () =>
  program("brief-browser", [
    `#!${process.execPath}`,
    'const { appendFileSync, readFileSync, statSync } = require("node:fs");',
    `const { WebSocket } = require(${JSON.stringify(join(repository, "node_modules/ws"))});`,
    "const flags = process.argv.slice(2);",
    'const page = new URL(flags.find((flag) => flag.startsWith("--app=")).slice(6));',
    "const url = new URL(/url=([^\"]*)/.exec(readFileSync(page, 'utf8'))[1]);",
    `appendFileSync(${JSON.stringify(join(folder, "flags"))}, "mode=" + (statSync(page).mode & 0o777).toString(8) + "\\n");`,
    `appendFileSync(${JSON.stringify(join(folder, "flags"))}, flags.join("\\n"));`,
    "setInterval(() => undefined, 1000);",
    "(async () => {",
    '  const headers = { origin: url.origin, "content-type": "application/json" };',
    "  const body = JSON.stringify({ code: url.hash.slice(1) });",
    '  const answer = await fetch(url.origin + "/session", { method: "POST", headers, body });',
    "  const { token, project } = await answer.json();",
    `  appendFileSync(${JSON.stringify(join(folder, "flags"))}, "\\nproject=" + project);`,
    '  const socket = new WebSocket("ws://" + url.host + "/events", ["sayso", token, "taba"], { origin: url.origin });',
    '  socket.on("open", () => setTimeout(() => socket.close(), 100));',
    "})();",
  ]);

describe("without a display", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "it prints the address and serves until %s",
    async (signal) => {
      const command = sayso(["open"]);
      await expect.poll(command.said).toMatch(address);
      expect(command.said()).toMatch(/^There is no display here/);
      const [url = ""] = address.exec(command.said()) ?? [];
      expect((await fetch(url)).status).toBe(200);
      command.process.kill(signal);
      expect(await command.ended).toBe(0);
    },
  );

  it("a used address brings a fresh one", async () => {
    const command = sayso(["serve", "--no-open"]);
    await expect.poll(command.said).toMatch(address);
    const url = new URL(address.exec(command.said())?.[0] ?? "");
    const exchange = () =>
      fetch(`${url.origin}/session`, {
        method: "POST",
        headers: { origin: url.origin, "content-type": "application/json" },
        body: JSON.stringify({ code: url.hash.slice(1) }),
      });
    expect((await exchange()).status).toBe(200);
    expect((await exchange()).status).toBe(401);
    await expect.poll(() => command.said().match(new RegExp(address, "g"))?.length).toBe(2);
  });
});

describe("with a display", () => {
  it("it opens in the browser, says why, and ends when the window is closed", async () => {
    const project = relative(process.cwd(), projectIn("some"));
    const command = sayso(["open", project], { DISPLAY: ":9", SAYSO_BROWSER: briefBrowser() });
    expect(await command.ended).toBe(0);
    expect(command.said()).toBe("Sayso opens in brief-browser, because Electron is not installed.\n");
    const flags = readFileSync(join(folder, "flags"), "utf8").split("\n");
    expect(flags).toContain(`project=${join(folder, "some")}`);
    // Everybody on this machine can read the arguments of a program, and its address lets the first one in.
    expect(flags.filter((flag) => flag.includes("127.0.0.1"))).toEqual([]);
    expect(flags).toContain("mode=600");
    const profile = flags.find((flag) => flag.startsWith("--user-data-dir="))?.split("=")[1] ?? "";
    expect(profile).not.toBe("");
    expect(existsSync(profile)).toBe(false);
  });

  it("a browser that does not start is said to, and the address is printed instead", async () => {
    const browser = program("broken-browser", ["#!/bin/sh", "echo 'no such screen' >&2", "exit 1"]);
    const command = sayso(["open", "--browser"], { DISPLAY: ":9", SAYSO_BROWSER: browser });
    await expect.poll(command.said).toMatch(address);
    expect(command.said()).toMatch(/did not start, or it crashed: no such screen/);
    command.process.kill("SIGTERM");
    expect(await command.ended).toBe(0);
  });

  it("the desktop application is started where its binary is, and its status is ours", async () => {
    program("electron", ["#!/bin/sh", 'echo "started with $@"', "exit 3"]);
    const project = projectIn("peace");
    const command = sayso(["open", project], { DISPLAY: ":9" });
    expect(await command.ended).toBe(3);
    expect(command.said()).toMatch(new RegExp(`^started with .*${repository} ${project}\n$`));
  });

  it("without Electron, asking for it is refused", async () => {
    const command = sayso(["open", "--electron"], { DISPLAY: ":9" });
    expect(await command.ended).toBe(1);
    expect(command.said()).toMatch(/^Electron is not installed/);
  });
});

describe("what is no project is refused at once, with nothing opened", () => {
  const makeOne = "Check the path. “sayso import --create” creates a project in a new or empty folder.\n";

  const lines = ["serve --no-open", "serve", "open", "open --browser"];
  it.each(lines)("by %s", async (line) => {
    program("electron", ["#!/bin/sh", "echo started"]);
    const env = { DISPLAY: ":9", SAYSO_BROWSER: program("browser", ["#!/bin/sh", "echo started"]) };
    const said = async (path: string): Promise<string> => {
      const command = sayso([...line.split(" "), path], env);
      expect(await command.ended).toBe(1);
      return command.said();
    };
    const cases = [
      async () => {
        const missing = join(folder, "missing");
        expect(await said(missing)).toBe(`${missing}: The project folder “missing” is not there. ${makeOne}`);
      },
      async () => {
        const away = join(folder, "away");
        mkdirSync(away);
        expect(await said(away)).toBe(
          `${away}: The folder “away” is not a Sayso project: it has no project.json. ${makeOne}`,
        );
      },
      async () => {
        const file = program("file", []);
        expect(await said(file)).toBe(`${file}: “file” is a file, not a project. ${makeOne}`);
      },
    ];
    // The short tiers start one process for each line.
    const turn = lines.indexOf(line) % cases.length;
    for (const refuses of tier === "all" ? cases : cases.slice(turn, turn + 1)) await refuses();
  });

  it("but one whose file is damaged is opened: its window has copies to offer", async () => {
    writeFileSync(join(projectIn("hurt"), "project.json"), "{");
    const command = sayso(["serve", "--no-open", join(folder, "hurt")]);
    await expect.poll(command.said).toMatch(address);
  });
});

describe("a host that is started again", () => {
  /** Starts one of the same person's hosts, and tells its port once it has one. */
  async function serving(): Promise<{ readonly command: RunningCommand; readonly port: number }> {
    const command = sayso(["serve", "--no-open"]);
    await expect.poll(command.said).toMatch(address);
    return { command, port: Number(new URL(address.exec(command.said())?.[0] ?? "").port) };
  }

  it("has its port again, beside another one of the same person", async () => {
    const [first, second] = [await serving(), await serving()];
    expect(second.port).not.toBe(first.port);
    first.command.process.kill("SIGKILL");
    await first.command.ended;
    expect((await serving()).port).toBe(first.port);
  });

  it("leaves its port to whoever has taken it meanwhile", async () => {
    const { command, port } = await serving();
    command.process.kill("SIGKILL");
    await command.ended;
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    expect((await serving()).port).not.toBe(port);
    other.close();
  });
});

it("a port in use is refused, and no other is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const taken = other.address();
  const port = typeof taken === "object" && taken !== null ? taken.port : 0;
  const command = sayso(["serve", "--no-open", "--port", String(port)]);
  expect(await command.ended).toBe(1);
  expect(command.said()).toBe(
    `Port ${port} is in use by another program: choose another with --port, or leave --port out.\n`,
  );
  other.close();
});
