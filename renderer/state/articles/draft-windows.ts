// By which name a window keeps its drafts of corrections: the same after its page was loaded again. It holds a lock of that name for as
// long as it lives, by which the others know whose drafts have been left.

const key = "sayso-window";
const locks = "sayso.drafts.";
/**
 * Milliseconds for which a page waits for the one before it to be gone. The one that it was loaded anew from is going, however long a
 * busy machine takes for that; a copy of a tab waits in vain.
 */
const longestGoing = { reload: 30_000, else: 1_000 } as const;

function longestWait(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
  return isReload ? longestGoing.reload : longestGoing.else;
}

/** Rejects where the page has no storage. */
export async function nameOfWindow(): Promise<string> {
  const known = sessionStorage.getItem(key);
  if (known !== null && (await holds(known, { signal: AbortSignal.timeout(longestWait()) }))) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(key, name);
  await holds(name, {});
  return name;
}

/** Held until the page is gone, whatever it dies of. False where another window holds it. */
const holds = (name: string, until: LockOptions): Promise<boolean> =>
  new Promise((tell) => {
    const held = navigator.locks.request(`${locks}${name}`, until, () => {
      tell(true);
      return new Promise<never>(() => undefined);
    });
    held.catch(() => tell(false));
  });

/** The names of the windows that are there. */
export async function windowsAlive(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(locks) ? [name.slice(locks.length)] : [])));
}
