// The form of links, and all that the system can ask Sayso to open: a project, a colleague's package, or a link. A link names things by their
// ids alone, never by a path or a command, so that whoever writes one can lead somebody to a place of theirs and to nothing else.
import { type Id, isId } from "../model/id.ts";

/** What a link leads to. `mark`: the id of a mark or of a card in the article. */
export interface LinkTarget {
  readonly project: Id;
  readonly article: Id | null;
  readonly mark: Id | null;
}

/** `link` `null`: what was given as one is none. Paths are absolute. */
export type SystemOpening =
  | { readonly kind: "project"; readonly path: string }
  | { readonly kind: "package"; readonly path: string }
  | { readonly kind: "link"; readonly link: LinkTarget | null };

/** The ending of a review package's file, without the dot; by it the system knows whom to open it with. */
export const packageEnding = "sayso-review";

/** The same of the file by which the system opens a project's folder. Only where it lies is read of it. */
export const projectEnding = "sayso";

export const linkScheme = "sayso";
const start = `${linkScheme}://open/`;

/** True for whatever the system hands over as an address of ours, good or bad. */
export const isLink = (text: string): boolean => text.toLowerCase().startsWith(`${linkScheme}:`);

/** The link to a project, to an article of it, or to a mark or card in that, such as `sayso://open/k3q7/b2c4`. */
export function linkTo({ project, article, mark }: LinkTarget): string {
  const ids = [project, article, article === null ? null : mark].filter((id) => id !== null);
  return `${start}${ids.join("/")}`;
}

/** What `text` leads to; `null` for whatever `linkTo` does not write, but for a slash at its end, which some systems add. */
export function readLink(text: string): LinkTarget | null {
  if (!text.startsWith(start)) return null;
  const [project = "", article = null, mark = null, ...more] = text
    .slice(start.length)
    .replace(/\/$/, "")
    .split("/");
  const ids = [project, article, mark].filter((id) => id !== null);
  return more.length === 0 && ids.every(isId) ? { project, article, mark } : null;
}
