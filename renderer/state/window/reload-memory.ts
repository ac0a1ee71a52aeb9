// Remembers over a reload of the page which project the window had open. A new window begins at the welcome page.

const key = "sayso-open-project";

/** The path of the project that was open in this window before the page was loaded again, or `null`. */
export const projectBeforeReload = (): string | null => sessionStorage.getItem(key);

/** Keeps the path of the open project for a reload; `null` when none is open any more. */
export function keepForReload(path: string | null): void {
  if (path === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, path);
}
