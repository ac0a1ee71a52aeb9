// The one address that the desktop's window shows. Everything that must be exact about it is decided here.

export const scheme = "app";
const pageHost = "bundle";
const pageOrigin = `${scheme}://${pageHost}`;

/** The page's address; `project` is the folder that it opens first. */
export function pageAddress(project: string | null): string {
  const fragment = project === null ? "" : `#${new URLSearchParams({ project })}`;
  return `${pageOrigin}/${fragment}`;
}

/** True for an address of our own page. Compared by parts: some runtimes call the origin of an own scheme "null". */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${scheme}:` && host === pageHost;
}
