// A repository at an address of this computer over HTTPS: git's own program for servers behind a small one of Node's, with a certificate of its own and a
// password, and a person's settings of git that know both.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const login = { username: "ana", password: "bridge" };

interface HttpsPlace {
  readonly address: string;
  /** The paths that were asked for with the right password. */
  readonly asked: readonly string[];
}

/** `root`: a folder that is there. The home of this process is one in it until the test is over, with the settings of git that are needed. */
export async function httpsPlace(root: string): Promise<HttpsPlace> {
  const [key, certificate] = [join(root, "key.pem"), join(root, "certificate.pem")];
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", ...made, ...names], { stdio: "ignore" });
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", join(root, "bridges.git")]);
  const asked: string[] = [];
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => answer(root, request, response, asked),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  takeHome(join(root, "home-of-git"), certificate);
  return { address: `https://127.0.0.1:${port}/bridges.git`, asked };
}

/** Git asks its own helper for the password; that is where a person keeps it. */
function takeHome(home: string, certificate: string): void {
  mkdirSync(home);
  const { username, password } = login;
  const helper = `!f() { test "$1" = get && echo username=${username} && echo password=${password}; }; f`;
  writeFileSync(join(home, ".gitconfig"), "");
  const set = (name: string, value: string): void =>
    void execFileSync("git", ["config", "--file", join(home, ".gitconfig"), name, value]);
  set("http.sslCAInfo", certificate);
  set("credential.helper", helper);
  const { HOME } = process.env;
  process.env.HOME = home;
  onTestFinished(() => {
    process.env.HOME = HOME;
  });
}

function answer(root: string, request: IncomingMessage, response: ServerResponse, asked: string[]): void {
  const { pathname, search } = new URL(request.url ?? "/", "https://127.0.0.1");
  const expected = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  if (request.headers.authorization !== expected) {
    response.writeHead(401, { "www-authenticate": 'Basic realm="bridges"' }).end();
    return;
  }
  asked.push(pathname);
  const { headers } = request;
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      REMOTE_USER: login.username,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => void parts.push(part));
  child.on("close", () => {
    const all = Buffer.concat(parts);
    const end = all.indexOf("\r\n\r\n");
    const fields = all
      .toString("latin1", 0, end)
      .split("\r\n")
      .map((line) => line.split(/: (.*)/u).slice(0, 2) as [string, string]);
    const status = Number(fields.find(([name]) => name === "Status")?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(fields)).end(all.subarray(end + 4));
  });
}
