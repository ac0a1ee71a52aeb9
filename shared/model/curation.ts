// The annotator of a project's curated sets: nobody in person. Its id follows from the project's, so that two machines which
// begin to decide before their folders have met write to the same set.
import { type Id, idFromBytes } from "./id.ts";
import type { Annotator, Project } from "./project.ts";

/** Which of two sets of an article is meant: absent where it is one's own. */
export type Whose = "curation";

/** The project's curation, or who it will be once something is decided. */
export function curationOf({ id, annotators }: Pick<Project, "id" | "annotators">): Annotator {
  return (
    annotators.find(({ kind }) => kind === "curation") ?? {
      id: derivedId("curation", id),
      name: "Curation",
      kind: "curation",
    }
  );
}

/**
 * Ids that Sayso gave to the curation of INCEpTION's projects, one for each format that these can be read as, where it kept their curated sets
 * beside a project's own and did not say yet that this is nobody (`decidedElsewhere`).
 */
export const inceptionCurations: ReadonlySet<Id> = new Set([
  "turdbt5lwomhwhw6",
  "zkwfx4wzfcyfaswh",
  "e7pxe2qcbg6muowl",
  "fri5ncltjnsfz754",
]);

/** Whether somebody annotates under it: no curation does, the project's own or one from elsewhere that is kept beside it. */
export const isPerson = ({
  id,
  kind,
  decidedElsewhere,
}: Pick<Annotator, "id" | "kind" | "decidedElsewhere">): boolean =>
  kind === undefined && decidedElsewhere === undefined && !inceptionCurations.has(id);

/**
 * Under whom a curated set of this curation is kept that came from elsewhere and cannot be the project's: of those who decided in it, so that
 * the sets of several machines stay apart and each finds its place again.
 */
export const besideCuration = (curation: Id, deciders: Iterable<Id>): Id =>
  derivedId("beside", [curation, ...[...new Set(deciders)].sort()].join(" "));

function derivedId(what: string, of: Id): Id {
  const bytes = new Uint8Array(16);
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) {
    for (const unit of `${what} ${at} ${of}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    bytes[at] = hash ^ (hash >>> 13) ^ (hash >>> 21);
  }
  return idFromBytes(bytes);
}
