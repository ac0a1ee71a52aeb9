// Who may talk to the browser host. An address carries a code that is good for one use within a minute; the page exchanges
// it for a session token. What stands in an address, a process list or a history is worthless after that.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Milliseconds that a code lives. */
export const codeLifetime = 60_000;
/** Wrong codes after which no code is exchanged until a fresh one is asked for; and wrong tokens, which lock out no right one. */
export const triesAllowed = 20;

export type Exchange =
  | { readonly outcome: "token"; readonly token: string; readonly proof: string }
  /** Never a code of ours. */
  | { readonly outcome: "wrong" }
  /** A code of ours that was used, or is older than its lifetime. */
  | { readonly outcome: "dead" }
  | { readonly outcome: "locked" };

export interface Sessions {
  /** Makes a fresh code; the one before it, if unused, stays good for its minute. Forgives earlier wrong tries. */
  newCode(): string;
  exchange(code: string): Exchange;
  /** Whether a code that was made can still be exchanged. */
  hasGoodCode(): boolean;
  /** `true`: a token of ours. `"locked"`: a wrong one, and there were too many. */
  check(token: string): boolean | "locked";
  /** What the host shows with each answer to this token, so that the page knows it for the one it got the token from. */
  proofOf(token: string): string;
}

interface Code {
  readonly digest: Buffer;
  readonly madeAt: number;
  used: boolean;
}

/** `now` is in milliseconds and never goes back. */
export function createSessions(now: () => number = () => performance.now()): Sessions {
  const codes: Code[] = [];
  const tokens: { readonly digest: Buffer; readonly proof: string }[] = [];
  let wrongCodes = 0;
  let wrongTokens = 0;
  const isDead = ({ used, madeAt }: Code): boolean => used || now() - madeAt > codeLifetime;

  return {
    newCode() {
      wrongCodes = 0;
      wrongTokens = 0;
      const code = secret();
      codes.push({ digest: digest(code), madeAt: now(), used: false });
      return code;
    },
    exchange(code) {
      const given = digest(code);
      const found = codes.find((one) => timingSafeEqual(one.digest, given));
      if (found !== undefined && isDead(found)) return { outcome: "dead" };
      if (wrongCodes >= triesAllowed) return { outcome: "locked" };
      if (found === undefined) {
        wrongCodes += 1;
        return { outcome: "wrong" };
      }
      found.used = true;
      const token = secret();
      const proof = secret();
      tokens.push({ digest: digest(token), proof });
      return { outcome: "token", token, proof };
    },
    hasGoodCode: () => codes.some((code) => !isDead(code)),
    check(token) {
      const given = digest(token);
      if (tokens.some((one) => timingSafeEqual(one.digest, given))) return true;
      if (wrongTokens >= triesAllowed) return "locked";
      wrongTokens += 1;
      return false;
    },
    proofOf(token) {
      const given = digest(token);
      return tokens.find((one) => timingSafeEqual(one.digest, given))?.proof ?? "";
    },
  };
}

/** 256 random bits in the characters that a header and a fragment may hold. */
function secret(): string {
  return randomBytes(32).toString("base64url");
}

/** Digests are compared, so that neither the time nor the length of a comparison tells anything of a secret. */
function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}
