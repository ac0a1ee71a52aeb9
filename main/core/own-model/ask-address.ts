// Asks an address of this machine about articles, one after the other: each is the body of a POST, the answer's body is its line. It
// goes to the loopback address itself, through no proxy, and follows nothing.
import { lookup } from "node:dns/promises";
import { Agent, type IncomingMessage, request } from "node:http";
import { loopbackAddress } from "../../../shared/suggestions/own-model.ts";
import { type AskedArticle, decoded, type Limits, lineFor, mostAnswerBytes } from "./model-request.ts";

/** `null` when it was ended from outside. */
export async function askAddress(
  address: string,
  articles: readonly AskedArticle[],
  limits: Limits,
): Promise<string | null> {
  const { failed, signal } = limits;
  const parsed = loopbackAddress(address);
  if (!parsed) throw failed("not-local", { path: address });
  const hosts = parsed.host === "localhost" ? await localHosts() : [parsed.host];
  const [first] = hosts;
  if (first === undefined) throw failed("not-local", { path: address });
  // Its own, so that no setting of the process sends anything through a proxy.
  const agent = new Agent();
  try {
    const lines: string[] = [];
    let host = first;
    for (const article of articles) {
      if (signal.aborted) return null;
      let answer = await post({ ...parsed, host }, address, article, agent, limits);
      // A server listens on one of both, and which is not for people to know.
      const otherHost = hosts.find((one) => one !== host);
      if (answer === "refused" && lines.length === 0 && otherHost !== undefined) {
        host = otherHost;
        answer = await post({ ...parsed, host }, address, article, agent, limits);
      }
      if (answer === null) return null;
      if (answer === "refused") throw failed("unreachable", { path: address, code: "ECONNREFUSED" });
      lines.push(answer.line);
    }
    return lines.join("\n");
  } finally {
    agent.destroy();
  }
}

/** What the name stands for on this machine: nothing when it points elsewhere. */
async function localHosts(): Promise<readonly string[]> {
  const addresses = await lookup("localhost", { all: true }).catch(() => []);
  const hosts = addresses.map(({ address }) => address);
  return hosts.every((host) => host === "127.0.0.1" || host === "::1") ? [...new Set(hosts)] : [];
}

type Answer = { readonly line: string } | "refused" | null;

function post(
  { host, port, path }: { readonly host: string; readonly port: number; readonly path: string },
  address: string,
  article: AskedArticle,
  agent: Agent,
  limits: Limits,
): Promise<Answer> {
  const { failed, signal } = limits;
  const body = Buffer.from(lineFor(article), "utf8");
  return new Promise((resolve, reject) => {
    const clientRequest = request({
      host,
      port,
      path,
      method: "POST",
      agent,
      signal,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-length": body.length,
        accept: "application/json",
        "accept-encoding": "identity",
      },
    });
    const fail = (...why: Parameters<Limits["failed"]>): void => {
      reject(failed(...why));
      clientRequest.destroy();
    };
    const timer = setTimeout(() => fail("time", { limit: limits.milliseconds / 1_000 }), limits.milliseconds);
    clientRequest.on("close", () => clearTimeout(timer));
    const onError = (error: NodeJS.ErrnoException): void => {
      if (signal.aborted) resolve(null);
      else reject(failed("unreachable", { path: address, code: error.code ?? "" }));
    };
    clientRequest.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED" && !signal.aborted) resolve("refused");
      else onError(error);
    });
    clientRequest.on("response", (response) => {
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) return fail("redirect", { path: address, code: String(status) });
      if (status !== 200) return fail("status", { path: address, code: String(status) });
      if ((response.headers["content-encoding"] ?? "identity") !== "identity") return fail("encoding");
      response.on("error", onError);
      readBody(response, {
        onTooLong: () => fail("output", { limit: mostAnswerBytes }),
        onEnd(chunks) {
          try {
            // A line of its own, however it is spread out: JSON has no line ends within its texts.
            resolve({ line: decoded(chunks, limits).replaceAll(/[\r\n]+/gu, " ") });
          } catch (error) {
            reject(error);
          }
        },
      });
    });
    clientRequest.end(body);
  });
}

interface BodyEvents {
  onTooLong(): void;
  onEnd(chunks: readonly Buffer[]): void;
}

function readBody(response: IncomingMessage, { onTooLong, onEnd }: BodyEvents): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostAnswerBytes) return onTooLong();
    chunks.push(chunk);
  });
  response.on("end", () => onEnd(chunks));
}
