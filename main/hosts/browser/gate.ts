// What a request must look like before anything reads it: addressed to this host by its own name, in the plain form, and
// sent by its own page. A page of another origin, or a name that was made to point at this machine, gets no further.
import type { IncomingMessage } from "node:http";

export interface Refusal {
  readonly status: number;
  /** One sentence in plain text. */
  readonly reason: string;
}

/** Checks what holds for every request. Returns `null` when it may go on. */
export function checkAddress(request: IncomingMessage, port: number): Refusal | null {
  if (countOf(request, "host") !== 1) return { status: 400, reason: "One Host header is needed." };
  const host = request.headers.host;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return { status: 421, reason: "This host answers to its loopback address only." };
  }
  if (request.url?.startsWith("/") !== true)
    return { status: 400, reason: "The path must begin with a slash." };
  // Browsers that send it say so when another page, even one on another port of this machine, caused the request. Opening
  // the page itself by a link is harmless: it comes without a code.
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    const opens = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
    if (!opens || request.headers["sec-fetch-dest"] !== "document") {
      return { status: 403, reason: "Only Sayso's own page may ask." };
    }
  }
  return null;
}

/** Checks that our own page sends this; for every POST and every upgrade. */
export function checkOrigin(request: IncomingMessage): Refusal | null {
  const { origin, host } = request.headers;
  if (countOf(request, "origin") === 1 && origin === `http://${host}`) return null;
  return { status: 403, reason: "Only Sayso's own page may ask." };
}

/** Checks that a body is declared as JSON, which no form and no foreign page can send unasked. */
export function checkJson(request: IncomingMessage): Refusal | null {
  const type = request.headers["content-type"];
  if (type === "application/json" || type === "application/json; charset=utf-8") return null;
  return { status: 415, reason: "The content type must be application/json." };
}

/** Node keeps only the first of some repeated headers; a repeated one here means somebody plays with us. */
function countOf(request: IncomingMessage, name: string): number {
  return request.rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name)
    .length;
}
