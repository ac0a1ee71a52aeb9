// The session of this tab with the browser host. The address brings a code, good for one use; it is exchanged for a token,
// which stays in the tab's session storage so that a reload works, and the code is taken out of the address at once.

const storageKey = "sayso.token";

export interface BrowserSession {
  /** `null`: neither a good code nor a token; the host will not answer. */
  readonly token: string | null;
  /** The project to open first, where the host was started with one. */
  readonly project: string | null;
  /** Whether the host answered at all. */
  readonly reached: boolean;
}

/** Never rejects. */
export async function beginBrowserSession(): Promise<BrowserSession> {
  const code = location.hash.slice(1);
  if (code === "") return { token: sessionStorage.getItem(storageKey), project: null, reached: true };
  history.replaceState(null, "", location.pathname);
  try {
    const response = await fetch("/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    if (!response.ok) {
      // The address was opened before, perhaps by this very tab: then its token is still good.
      return { token: sessionStorage.getItem(storageKey), project: null, reached: true };
    }
    const { token, project } = (await response.json()) as { token: string; project: string | null };
    sessionStorage.setItem(storageKey, token);
    return { token, project, reached: true };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { token: null, project: null, reached: false };
  }
}

/** Forgets the token, once the host has said that it does not know it. */
export function forgetBrowserSession(): void {
  sessionStorage.removeItem(storageKey);
}
