// Another tool's annotations as a bundle of ours: mapped to a tagset, put together, with ids that the same files always get, so that
// taking them in twice doubles nothing. Articles and entities have the same ids in later versions of the files, too.
import type { ExportBundle, ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import type { HashOf } from "../annotated-json/checks.ts";
import type { FileFinding } from "../files/finding.ts";
import { inceptionCurations, isPerson } from "../model/curation.ts";
import type { Entity } from "../model/entity.ts";
import { foldedName } from "../model/folded-name.ts";
import { type Id, idFromBytes, type NewId } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import type { Tagset } from "../model/tagset.ts";
import { message } from "../words/message.ts";
import { startBuilding } from "./build-sets.ts";
import { originalName } from "./detail-values.ts";
import { type LeftValue, type Mapping, mapped } from "./mapping.ts";
import { articlesIn } from "./sort-by-text.ts";
import { fileOf, type Standoff, withoutFiles } from "./standoff.ts";
import { countLeftOut } from "./tally.ts";

export interface Arrival extends Arriving {
  readonly documents: readonly Standoff[];
}

/** All but the standoffs themselves. */
export interface Arriving {
  readonly mapping: Mapping;
  readonly tagset: Tagset;
  /** The format's id. */
  readonly from: string;
  /** ISO 8601: when the files were written. */
  readonly at: string;
  readonly generator: string;
  readonly title: string;
  /** What an annotator is called whom the files do not name. */
  readonly unnamed: string;
  /** Under whose name all of it comes, whatever names the files have. */
  readonly as?: string;
  /** Whom the project knows already; others of their names are them. */
  readonly known: readonly Annotator[];
  /** The entities of the project; those of the same names are these. Absent: none. */
  readonly registry?: readonly Entity[];
  readonly hashOf: HashOf;
}

interface Arrived {
  readonly bundle: ExportBundle;
  /** Spans, cards and exclusions that came to be. */
  readonly accepted: number;
  /** What did not, or not whole; what has no counterpart in the mapping is counted a line a label. */
  readonly rejected: readonly FileFinding[];
  /** Of each file the units that have no counterpart. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Of what has one, the values that have none. */
  readonly values: readonly LeftValue[];
  /** What somebody has to know of what did. */
  readonly told: readonly FileFinding[];
}

export function bundleOfDocuments({ documents, ...arrival }: Arrival): Arrived {
  const { hashOf } = arrival;
  const seed = documents.reduce((before, one) => nextSeed(before, one, hashOf), "");
  const arriving = startArrival(arrival, seed);
  const { groups, told } = articlesIn(documents, hashOf);
  const articles = groups.map(arriving.article);
  return {
    bundle: { ...arriving.head(), articles },
    accepted: arriving.accepted(),
    rejected: arriving.rejected(),
    unmapped: arriving.unmapped(),
    values: arriving.values(),
    told: [...told, ...arriving.told()],
  };
}

/** The seed of all that came before and of one more standoff, whichever file it is from. */
export const nextSeed = (before: string, document: Standoff, hashOf: HashOf): string =>
  hashOf(`${before} ${JSON.stringify(withoutFiles(document))}`);

interface ArrivingArticles {
  /** The article of these standoffs, which are all that there are of it. The same in the same order get the same ids. */
  article(group: readonly [Standoff, ...Standoff[]]): ExportedArticle;
  /** With the people and entities of all articles so far. */
  head(): ExportHead;
  accepted(): number;
  rejected(): readonly FileFinding[];
  /** Of each file the units that have no counterpart. */
  unmapped(): ReadonlyMap<string, number>;
  /** Of what has one, the values that have none. */
  values(): readonly LeftValue[];
  /** What somebody has to know of what came to be so far. */
  told(): readonly FileFinding[];
}

/** The same an article at a time. `standoffs`: the seed of all that arrive. */
export function startArrival(arrival: Arriving, standoffs: string): ArrivingArticles {
  const { mapping, tagset, from, at, generator, title, hashOf } = arrival;
  const seed = hashOf(JSON.stringify([from, standoffs]));
  const leftOutCount = countLeftOut();
  const inOurs = (document: Standoff, more: readonly LeftValue[] = []): Standoff => {
    const mappedDocument = mapped(document, mapping);
    const { document: one } = mappedDocument;
    leftOutCount.add({ ...mappedDocument, values: [...mappedDocument.values, ...more] });
    return arrival.as === undefined || one.isCurated ? one : { ...one, annotator: arrival.as };
  };
  const building = startBuilding({
    tagset,
    newId: seededIds(seed, hashOf),
    now: () => at,
    hashOf,
    from,
    unnamed: arrival.as ?? arrival.unnamed,
    annotatorId: (name, isCurated) => annotatorId(name, isCurated, arrival),
    idOf: (what, said) => idOf(`${what} ${from} ${said}`, hashOf),
    ...(arrival.registry && { registry: arrival.registry }),
  });
  const id = idOf(`project ${seed}`, hashOf);
  return {
    article: ([first, ...more]) =>
      building.article([inOurs(first, withoutOriginal(first)), ...more.map((one) => inOurs(one))]),
    head() {
      const { annotators, entities } = building.around();
      return { project: { id, name: title }, annotators, tagset, entities, exportedAt: at, generator };
    },
    accepted: () => building.around().accepted,
    told: () => sameEntities(building.around().met),
    unmapped: leftOutCount.unmapped,
    values: leftOutCount.values,
    rejected: () => [...leftOutCount.findings(), ...building.around().rejected],
  };
}

/** The name of the file that an article came from says nothing here without that file. */
const withoutOriginal = (document: Standoff): readonly LeftValue[] =>
  document.original === undefined
    ? []
    : [{ of: "", name: originalName, why: "no-original", file: fileOf(document), count: 1 }];

/** As many names as one reads. */
const shownNames = 5;

function sameEntities(met: readonly Entity[]): readonly FileFinding[] {
  if (met.length === 0) return [];
  const names = met
    .slice(0, shownNames)
    .map(({ name }) => name)
    .join("; ");
  return [
    {
      severity: "incomplete",
      where: "",
      what: message("interchange.same-entities", { count: met.length, names }),
      advice: message("interchange.same-entities-advice"),
    },
  ];
}

/** A person and a curation of one name are two. */
function annotatorId(name: string, isCurated: boolean, { known, hashOf, from }: Arriving): Id {
  const before = known.find(
    (one) => foldedName(one.name) === foldedName(name) && isPerson(one) === !isCurated,
  );
  if (before) return before.id;
  const id = idOf(`annotator ${from} ${name}`, hashOf);
  return !isCurated && inceptionCurations.has(id) ? idOf(`person ${from} ${name}`, hashOf) : id;
}

/** The same ids in the same order for the same seed. */
function seededIds(seed: string, hashOf: HashOf): NewId {
  let count = 0;
  return () => {
    count += 1;
    return idOf(`${seed} ${count}`, hashOf);
  };
}

/** 80 bits of a text's hash. */
function idOf(text: string, hashOf: HashOf): Id {
  const hex = hashOf(text);
  return idFromBytes(
    Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)),
  );
}
