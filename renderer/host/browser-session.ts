// The session of this tab with the browser host. The address brings a code, good for one use; it is exchanged for a token,
// which stays in the tab's session storage so that a reload works, and the code is taken out of the address at once. Until
// the host has answered, the code stays there too, with a secret by which the host knows this tab when it asks again.
import { idFromBytes } from "../../shared/model/id.ts";

const storageKey = "sayso.token";
/** An exchange that is not answered yet: the code, and the secret that was sent with it. */
const begunKey = "sayso.exchange";
/** Over which a window that has got a token gives it to those of the same address that have lost theirs. */
const channelName = "sayso.session";

interface BrowserSession {
  /** `null`: neither a good code nor a token; the host will not answer. */
  readonly token: string | null;
  /** The project to open first, where the host was started with one. */
  readonly project: string | null;
  /** Whether the host answered at all. */
  readonly reached: boolean;
}

/**
 * The two halves of a token as the page keeps it: what it shows to the host, and what the host shows with each answer. Whoever
 * answers without that is another one, who has taken the address of a host that is gone.
 */
export function halvesOf(token: string): { readonly shown: string; readonly expected: string } {
  const [shown = "", expected = ""] = token.split(".");
  return { shown, expected };
}

type Exchanged =
  | { readonly outcome: "token"; readonly token: string; readonly project: string | null }
  | { readonly outcome: "refused" | "unreachable" };

/** Never rejects. */
export async function beginBrowserSession(): Promise<BrowserSession> {
  const codeInAddress = location.hash.slice(1);
  const code = codeInAddress === "" ? begunExchange()?.code : codeInAddress;
  const stored = sessionStorage.getItem(storageKey);
  if (code === undefined) return { token: stored, project: null, reached: true };
  const exchanging = exchange(code);
  if (codeInAddress !== "") history.replaceState(null, "", location.pathname);
  const exchanged = await exchanging;
  if (exchanged.outcome === "token") return { ...exchanged, reached: true };
  if (exchanged.outcome === "unreachable") return { token: null, project: null, reached: false };
  // The address was opened before, perhaps by this very tab: then its token is still good.
  return { token: stored, project: null, reached: true };
}

/** What came of an address that somebody has entered. `elsewhere`: it belongs to a host at another port. */
export type Renewal = "renewed" | "refused" | "unreachable" | "elsewhere";

/** The code of an address that Sayso printed, or of its fragment alone; `null` when it is one of another host. */
export function codeOf(address: string): string | null {
  const words = address.trim();
  if (!words.includes("/")) return words.replace(/^#/u, "");
  const fullAddress = words.includes("://") ? words : `http://${words}`;
  if (!URL.canParse(fullAddress)) return words;
  const { port, hash } = new URL(fullAddress);
  return port === location.port ? hash.slice(1) : null;
}

/** Exchanges the code of an address that was entered. Never rejects. */
export async function renewBrowserSession(
  address: string,
): Promise<
  { readonly renewal: "renewed"; readonly token: string } | { readonly renewal: Exclude<Renewal, "renewed"> }
> {
  const code = codeOf(address);
  if (code === null) return { renewal: "elsewhere" };
  const exchanged = await exchange(code);
  return exchanged.outcome === "token"
    ? { renewal: "renewed", token: exchanged.token }
    : { renewal: exchanged.outcome };
}

/** What this tab was doing when it was loaded anew. */
function begunExchange(): { readonly code: string; readonly secret: string } | null {
  const begun = sessionStorage.getItem(begunKey);
  return begun === null ? null : (JSON.parse(begun) as { code: string; secret: string });
}

/** The secret of this tab for an exchange of the code, kept until it is answered. */
function secretFor(code: string): string {
  const begun = begunExchange();
  if (begun?.code === code) return begun.secret;
  const secret = idFromBytes(crypto.getRandomValues(new Uint8Array(32)));
  sessionStorage.setItem(begunKey, JSON.stringify({ code, secret }));
  return secret;
}

async function exchange(code: string): Promise<Exchanged> {
  const secret = secretFor(code);
  try {
    const response = await fetch("/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, secret }),
    });
    if (!response.ok) {
      sessionStorage.removeItem(begunKey);
      return { outcome: "refused" };
    }
    const answer = (await response.json()) as { token: string; proof: string; project: string | null };
    const { project } = answer;
    const token = `${answer.token}.${answer.proof}`;
    sessionStorage.setItem(storageKey, token);
    sessionStorage.removeItem(begunKey);
    share(token);
    return { outcome: "token", token, project };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { outcome: "unreachable" };
  }
}

function share(token: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(token);
  channel.close();
}

/** Calls `take` with the code of each address that is opened in this tab from now on: the browser loads no page anew for it. */
export function onOpenedAddress(take: (code: string) => void): void {
  addEventListener("hashchange", () => {
    const code = location.hash.slice(1);
    if (code === "") return;
    history.replaceState(null, "", location.pathname);
    take(code);
  });
}

/** Calls `take` with each token that another window of this address, in the same browser, gets from now on. */
export function onSharedToken(take: (token: string) => void): void {
  new BroadcastChannel(channelName).addEventListener("message", ({ data }) => take(String(data)));
}

/** Keeps a token for the reloads of this tab. */
export function keepToken(token: string): void {
  sessionStorage.setItem(storageKey, token);
}

/** Forgets the token, once the host has said that it does not know it. */
export function forgetBrowserSession(): void {
  sessionStorage.removeItem(storageKey);
}
