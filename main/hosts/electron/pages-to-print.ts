// Pages that are being printed at this moment: each has an address of its own that nobody can guess, and is gone afterwards.
import { randomBytes } from "node:crypto";
import { pageHeaders } from "../page/page-headers.ts";
import { scheme } from "./origin.ts";

const pages = new Map<string, string>();

/** Its address, and what takes it away again. */
export function offerToPrint(page: string): { readonly address: string; withdraw(): void } {
  const address = `${scheme}://print/${randomBytes(16).toString("hex")}`;
  pages.set(address, page);
  return { address, withdraw: () => void pages.delete(address) };
}

export const isToPrint = (address: string): boolean => pages.has(address);

/** Nothing but its own styles; `undefined` for any other address. */
export function answerToPrint(address: string): Response | undefined {
  const page = pages.get(address);
  return page === undefined
    ? undefined
    : new Response(page, {
        headers: {
          ...pageHeaders(),
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
          "content-type": "text/html; charset=utf-8",
        },
      });
}
