// A model of the person's own is asked: a program without a shell, an address of this machine and no other. Whatever it does, the
// answer is its words or the reason why there are none, and nothing of it goes on running.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { type AskedArticle, mostAnswerBytes } from "../../../../main/core/own-model/model-request.ts";
import { askModel } from "../../../../main/core/own-model/run-model.ts";
import type { ModelWay, OwnModel } from "../../../../shared/suggestions/own-model.ts";
import { problemOf, temporaryFolder } from "../workplace.ts";

const articles: readonly AskedArticle[] = [
  { id: "a", text: "Ana said “so”.\nÄé 👩‍👩‍👧\u2028" },
  { id: "b", text: "" },
];
const node = process.execPath;

async function ask(
  way: ModelWay,
  limits: Partial<Pick<OwnModel, "seconds" | "megabytes">> = {},
  signal = new AbortController().signal,
  folder = temporaryFolder(),
) {
  return askModel({ name: "Tagger", way, seconds: 20, megabytes: 4_096, ...limits }, articles, {
    signal,
    folder,
  });
}

const script = (code: string, ...args: readonly string[]): ModelWay => ({
  by: "command",
  command: [node, "-e", code, ...args],
});
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A zombie that nobody has waited for yet has ended.
    return !/^State:\sZ/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

describe("a program", () => {
  it("reads the articles as JSON lines and answers in its own words", async () => {
    expect(await ask(script("process.stdin.pipe(process.stdout)"))).toBe(
      articles.map((article) => `${JSON.stringify(article)}\n`).join(""),
    );
  });

  it("is given its arguments as they are, by no shell, and starts in the folder it is told", async () => {
    const folder = temporaryFolder();
    const hostile = ["$HOME", "`id`", "a; touch x", "| cat", "two  words", "*", '"', "ä"];
    const code = "console.log(JSON.stringify([process.argv.slice(1), process.cwd()]))";
    const told = await ask(script(code, ...hostile), {}, undefined, folder);
    expect(JSON.parse(told ?? "")).toEqual([hostile, folder]);
  });

  it("may close its input before it has read all", async () => {
    expect(await ask(script("process.stdin.destroy(); console.log('done')"))).toBe("done\n");
  });

  it.each<[string, string, object, object]>([
    [
      "breaks off, with what it said last",
      "console.error('x'.repeat(9000) + ' no weights'); process.exit(3)",
      {},
      { why: "ended", code: "3", at: expect.stringMatching(/x{100} no weights$/u) },
    ],
    ["is killed", "process.kill(process.pid, 'SIGTERM')", {}, { why: "ended", code: "SIGTERM", at: "" }],
    ["never ends", "setInterval(() => {}, 1000)", { seconds: 0.2 }, { why: "time", limit: 0.4 }],
    ["never reads and never ends", "for (;;);", { seconds: 0.2 }, { why: "time", limit: 0.4 }],
    [
      "says too much",
      `for (;;) require("fs").writeSync(1, "x".repeat(65536))`,
      {},
      { why: "output", limit: mostAnswerBytes },
    ],
    ["says what is no text", "process.stdout.write(Buffer.from([0x7b, 0xff]))", {}, { why: "encoding" }],
  ])("that %s is ended with the reason", async (_what, code, limits, detail) => {
    expect(await problemOf(ask(script(code), limits))).toEqual({
      problem: "model-failed",
      detail: { name: "Tagger", ...detail },
    });
  });

  it("that is not there, or is no program, is named", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "text.txt");
    writeFileSync(path, "no program");
    mkdirSync(join(folder, "sub"));
    const why = async (program: string) =>
      (await problemOf(ask({ by: "command", command: [program] }))).detail;
    expect(await why("no-such-program-anywhere")).toMatchObject({
      why: "no-program",
      path: "no-such-program-anywhere",
    });
    expect(await why(path)).toMatchObject({ why: "not-allowed", path });
    expect(await why(join(folder, "sub"))).toMatchObject({ why: "not-allowed" });
  });

  it.skipIf(process.platform !== "linux")("that uses more memory than it has is ended", async () => {
    const code =
      "const all = []; setInterval(() => all.push(Buffer.alloc(20e6, 1)), 20); setTimeout(() => {}, 60000)";
    expect(await problemOf(ask(script(code), { megabytes: 200 }))).toMatchObject({
      detail: { why: "memory", limit: 200 },
    });
  });

  it.skipIf(process.platform === "win32")(
    "is ended with all that it started, when nobody wants it",
    async () => {
      const file = join(temporaryFolder(), "pids");
      const code = `const { spawn } = require("child_process");
      const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      require("fs").writeFileSync(${JSON.stringify(file)}, process.pid + " " + child.pid);
      setInterval(() => {}, 1000);`;
      const stop = new AbortController();
      const asked = ask(script(code), {}, stop.signal);
      const pids = await expect
        .poll(() => readFileSync(file, { encoding: "utf8", flag: "a+" }).split(" ").map(Number))
        .toHaveLength(2)
        .then(() => readFileSync(file, "utf8").split(" ").map(Number));
      expect(pids.map(isRunning)).toEqual([true, true]);
      stop.abort();
      expect(await asked).toBeNull();
      await expect.poll(() => pids.map(isRunning)).toEqual([false, false]);
    },
  );
});

describe("an address", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<number> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, host, ready));
    return (server.address() as AddressInfo).port;
  }
  const at = (port: number, path = "/suggest", host = "127.0.0.1"): ModelWay => ({
    by: "address",
    address: `http://${host}:${port}${path}`,
  });
  const answering: RequestListener = (asked, response) => {
    const chunks: Buffer[] = [];
    asked.on("data", (chunk: Buffer) => chunks.push(chunk));
    asked.on("end", () => response.end(Buffer.concat(chunks)));
  };

  it("gets an article a request, and its answers become lines", async () => {
    const seen: string[] = [];
    const port = await serve((asked, response) => {
      seen.push(`${asked.method} ${asked.url} ${asked.headers["content-type"]} ${asked.headers.host}`);
      answering(asked, response);
    });
    const answer = await ask(at(port));
    expect(answer?.split("\n").map((line) => JSON.parse(line))).toEqual(articles);
    const request = `POST /suggest application/json; charset=utf-8 127.0.0.1:${port}`;
    expect(seen).toEqual([request, request]);
  });

  it("may be spread over lines", async () => {
    const port = await serve((_asked, response) => response.end('{\n  "id": "a"\r\n}\n'));
    expect(await ask(at(port))).toBe('{   "id": "a" } \n{   "id": "a" } ');
  });

  it("may be called localhost, whichever of its numbers somebody listens on", async () => {
    const port = await serve(answering, "localhost");
    expect(await ask(at(port, "/", "localhost"))).toContain('"id":"a"');
  });

  it("is asked through no proxy, whatever the machine says", async () => {
    const before = process.env.HTTP_PROXY;
    onTestFinished(() => {
      if (before === undefined) delete process.env.HTTP_PROXY;
      else process.env.HTTP_PROXY = before;
    });
    let proxied = 0;
    const proxy = await serve((_asked, response) => {
      proxied += 1;
      response.end("{}");
    });
    process.env.HTTP_PROXY = `http://127.0.0.1:${proxy}`;
    expect(await ask(at(await serve(answering)))).toContain('"id":"a"');
    expect(proxied).toBe(0);
  });

  it.each<[string, RequestListener, object]>([
    [
      "sends elsewhere",
      (_asked, response) => response.writeHead(307, { location: "http://example.com/" }).end(),
      { why: "redirect", code: "307" },
    ],
    ["refuses", (_asked, response) => response.writeHead(503).end("no"), { why: "status", code: "503" }],
    ["answers nothing", (_asked, response) => response.writeHead(204).end(), { why: "status", code: "204" }],
    ["never answers", () => undefined, { why: "time", limit: 0.3 }],
    [
      "drips",
      (_asked, response) => {
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
      { why: "time", limit: 0.3 },
    ],
    [
      "never stops",
      (_asked, response) => {
        const pour = () => {
          while (!response.destroyed && response.write("x".repeat(65_536)));
        };
        response.on("drain", pour);
        pour();
      },
      { why: "output" },
    ],
    [
      "packs what it says",
      (_asked, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
      { why: "encoding" },
    ],
    ["says what is no text", (_asked, response) => response.end(Buffer.from([0xff])), { why: "encoding" }],
    ["hangs up", (asked) => asked.socket.destroy(), { why: "unreachable" }],
    [
      "hangs up in the middle",
      (asked, response) => {
        response.writeHead(200, { "content-length": 100 }).write("{");
        setTimeout(() => asked.socket.destroy(), 20);
      },
      { why: "unreachable" },
    ],
    ["is no web server", (asked) => asked.socket.end("220 mail\r\n"), { why: "unreachable" }],
  ])("that %s is left with the reason", async (_what, listener, detail) => {
    const port = await serve(listener);
    // Only what waits is to be cut short.
    const limits = "limit" in detail ? { seconds: 0.3 } : {};
    expect(await problemOf(ask(at(port), limits))).toMatchObject({ problem: "model-failed", detail });
  });

  it("at which nobody listens, or which is elsewhere, is named", async () => {
    const port = await serve(answering);
    servers.splice(0).forEach((server) => void server.close());
    expect((await problemOf(ask(at(port)))).detail).toMatchObject({
      why: "unreachable",
      code: "ECONNREFUSED",
    });
    const elsewhere: ModelWay = { by: "address", address: "http://example.com/" };
    expect((await problemOf(ask(elsewhere))).detail).toMatchObject({ why: "not-local" });
  });

  it("is left when nobody wants its answer", async () => {
    let left = false;
    const stop = new AbortController();
    const port = await serve((asked) => {
      asked.socket.on("close", () => {
        left = true;
      });
      stop.abort();
    });
    expect(await ask(at(port), {}, stop.signal)).toBeNull();
    await expect.poll(() => left).toBe(true);
  });
});
