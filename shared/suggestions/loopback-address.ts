// Addresses of this machine itself. Written in one way alone: whatever else a network library would take for one (a number, a name that
// points here today, a user before an "@") is refused.
const form = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?(\/[\x21-\x22\x24-\x5b\x5d-\x7e]*)?$/u;

interface LoopbackAddress {
  readonly host: "127.0.0.1" | "localhost" | "::1";
  readonly port: number;
  /** With what follows a question mark. */
  readonly path: string;
}

/** `null` for whatever is no address of this machine over plain HTTP. */
export function loopbackAddress(text: string): LoopbackAddress | null {
  const [, host, port = "80", path = "/"] = form.exec(text) ?? [];
  const number = Number(port);
  if (host === undefined || number < 1 || number > 65_535) return null;
  return {
    host: host === "localhost" ? host : host === "[::1]" ? "::1" : "127.0.0.1",
    port: number,
    path,
  };
}

export const isLoopbackAddress = (text: string): boolean => loopbackAddress(text) !== null;
