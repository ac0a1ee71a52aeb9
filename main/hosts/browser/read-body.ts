// Reads the JSON body of a request, with a limit on its size and on the time it may take to arrive.
import type { IncomingMessage } from "node:http";
import type { Refusal } from "./gate.ts";

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

/** `maxBytes` counts what really arrives; `maxTime` is in milliseconds. Never rejects. */
export function readBody(request: IncomingMessage, maxBytes: number, maxTime: number): Promise<Body> {
  const tooLarge = { status: 413, reason: `The body is larger than ${maxBytes} bytes.` };
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    return Promise.resolve({ ok: false, refusal: tooLarge });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (body: Body) => {
      clearTimeout(timer);
      request.removeAllListeners("data");
      resolve(body);
    };
    const refuse = (refusal: Refusal) => finish({ ok: false, refusal });
    const timer = setTimeout(() => refuse({ status: 408, reason: "The body took too long." }), maxTime);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) refuse(tooLarge);
      else chunks.push(chunk);
    });
    request.on("end", () => finish(parse(Buffer.concat(chunks))));
    request.on("error", () => refuse({ status: 400, reason: "The body broke off." }));
    request.on("close", () => refuse({ status: 400, reason: "The body broke off." }));
  });
}

function parse(bytes: Buffer): Body {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { ok: false, refusal: { status: 400, reason: "The body is not JSON in UTF-8." } };
  }
}
