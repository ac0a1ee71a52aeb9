// Access to the browser host. An address carries a code that is good for one use within a minute; the page exchanges it for a session
// token. What stands in an address, a process list or a history is worthless after that. A page that is loaded anew before it has the
// answer asks again, with the secret that it showed the first time (`docs/decisions/0054`).
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Milliseconds that a code lives. */
export const codeLifetime = 60_000;
/** Milliseconds within which the tab that has exchanged a code is given the same answer again. */
export const repeatTime = 10_000;
/** Wrong codes, and wrong tokens, after which those are not even looked at; neither locks out a right one. */
export const triesAllowed = 20;

type Exchange =
  | ({ readonly outcome: "token" } & Answer)
  /** Never a code of ours. */
  | { readonly outcome: "wrong" }
  /** A code of ours that was used, or is older than its lifetime. */
  | { readonly outcome: "dead" }
  | { readonly outcome: "locked" };

interface Answer {
  readonly token: string;
  readonly proof: string;
  /** Whether no other code was exchanged before. */
  readonly isFirst: boolean;
}

export interface Sessions {
  /** Makes a fresh code; the one before it, if unused, stays good for its minute. Forgives earlier wrong tries. */
  newCode(): string;
  /** `secret` is the tab's own: with it, and never without, the answer is had again for a moment. */
  exchange(code: string, secret?: string): Exchange;
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
  use: Use | null;
}

interface Use {
  readonly at: number;
  /** Digest of the secret of the tab, and what it was answered; `null` once nobody can have it again. */
  repeat: { readonly digest: Buffer; readonly answer: Answer } | null;
}

/** `now` is in milliseconds and never goes back. */
export function createSessions(now: () => number = () => performance.now()): Sessions {
  const codes: Code[] = [];
  const tokens: { readonly digest: Buffer; readonly proof: string }[] = [];
  let wrongCodes = 0;
  let wrongTokens = 0;
  const isDead = ({ use, madeAt }: Code): boolean => use !== null || now() - madeAt > codeLifetime;

  const repeated = ({ use }: Code, secret: string | undefined): Answer | null => {
    const { repeat = null } = use ?? {};
    if (repeat === null || secret === undefined) return null;
    return timingSafeEqual(repeat.digest, digest(secret)) ? repeat.answer : null;
  };

  /** Tokens are not kept for longer than they may be told again. */
  const forgetOld = (): void => {
    for (const { use } of codes) if (use !== null && now() - use.at > repeatTime) use.repeat = null;
  };

  return {
    newCode() {
      wrongCodes = 0;
      wrongTokens = 0;
      const code = random();
      codes.push({ digest: digest(code), madeAt: now(), use: null });
      return code;
    },
    exchange(code, secret) {
      forgetOld();
      const codeDigest = digest(code);
      const matchingCode = codes.find((one) => timingSafeEqual(one.digest, codeDigest));
      const repeatedAnswer = matchingCode === undefined ? null : repeated(matchingCode, secret);
      if (repeatedAnswer !== null) return { outcome: "token", ...repeatedAnswer };
      if (matchingCode !== undefined && isDead(matchingCode)) return { outcome: "dead" };
      if (matchingCode === undefined) {
        if (wrongCodes >= triesAllowed) return { outcome: "locked" };
        wrongCodes += 1;
        return { outcome: "wrong" };
      }
      const answer = { token: random(), proof: random(), isFirst: codes.every(({ use }) => use === null) };
      matchingCode.use = {
        at: now(),
        repeat: secret === undefined ? null : { digest: digest(secret), answer },
      };
      tokens.push({ digest: digest(answer.token), proof: answer.proof });
      return { outcome: "token", ...answer };
    },
    hasGoodCode: () => codes.some((code) => !isDead(code)),
    check(token) {
      const tokenDigest = digest(token);
      if (tokens.some((one) => timingSafeEqual(one.digest, tokenDigest))) return true;
      if (wrongTokens >= triesAllowed) return "locked";
      wrongTokens += 1;
      return false;
    },
    proofOf(token) {
      const tokenDigest = digest(token);
      return tokens.find((one) => timingSafeEqual(one.digest, tokenDigest))?.proof ?? "";
    },
  };
}

/** 256 random bits in the characters that a header and a fragment may hold. */
function random(): string {
  return randomBytes(32).toString("base64url");
}

/** Digests are compared, so that neither the time nor the length of a comparison tells anything of a secret. */
function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}
