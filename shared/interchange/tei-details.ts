// Details of an article and of those who are named in it, as a TEI document says them, written and read: the article's source as `bibl`
// (https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-bibl.html), people and organisations as `person` and `org`
// (https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html), and groups of spans whose type has a full stop, which no label has, for the
// stretches of the text that say such things.
import { elementsIn, textIn, type XmlElement, xmlText } from "../files/xml.ts";
import { type ArticleFact, type ArticleFactField, articleFacts, type Metadata } from "../model/article.ts";
import { tidyTags } from "../model/article-about.ts";
import { type Naming, namings } from "../model/entity.ts";
import type { Range } from "../model/range.ts";
import { selectorOf } from "../model/selector.ts";
import { limits } from "../schema/limits.ts";
import { metadata as metadataSchema } from "../schema/model.ts";
import { isEvidenceIn, withoutOverlaps } from "./detail-values.ts";
import type { Standoff, StandoffEntity } from "./standoff.ts";

/** The element of each fact, and its type where others have the same element. */
const factElements: Readonly<Record<ArticleFactField, readonly [local: string, type?: string]>> = {
  author: ["author"],
  publisher: ["publisher"],
  place: ["pubPlace"],
  date: ["date"],
  updated: ["date", "updated"],
  url: ["idno", "URL"],
  language: ["textLang"],
};

const written = (local: string, text: string, type?: string): string =>
  `<${local}${type === undefined ? "" : ` type="${type}"`}>${xmlText(text)}</${local}>`;

/** The type of the notes on a source that are labels of it. */
const tagNote = "tag";

/** The `sourceDesc` of an article. */
export function sourceDesc({ title, about = [], tags = [], original }: Standoff): string {
  const facts = about.map(({ field, value }) => {
    const [local, type] = factElements[field];
    return written(local, value, type);
  });
  const labels = tags.map((tag) => written("note", tag, tagNote));
  const file = original === undefined ? "" : written("idno", original, "file");
  return `<sourceDesc><bibl>${written("title", title)}${facts.join("")}${labels.join("")}${file}</bibl></sourceDesc>`;
}

/** The labels of an article among the elements of its source. */
export const tagsAmong = (elements: readonly XmlElement[]): readonly string[] =>
  tidyTags(
    elements
      .filter(({ local, attributes }) => local === "note" && attributes.get("type") === tagNote)
      .map((one) => textIn(one).slice(0, limits.factLength)),
  ).slice(0, limits.articleFacts);

/** The type of notes on a document that hold what was said of its marks or beside them. */
const remarkNote = "remark";

/** The `notesStmt` of an article; none where nothing was said. */
export const notesStmt = ({ remarks = [] }: Standoff): readonly string[] =>
  remarks.length === 0
    ? []
    : [`<notesStmt>${remarks.map((remark) => written("note", remark, remarkNote)).join("")}</notesStmt>`];

/** What is known of an article in these elements of its header. */
export function factsAmong(elements: readonly XmlElement[]): readonly ArticleFact[] {
  return articleFacts.flatMap((field) => {
    const [local, type] = factElements[field];
    const said = elements.filter((one) => one.local === local && isOfType(one, local, type)).map(factIn);
    const values = [...new Set(said)].filter((value) => value !== "");
    return values.slice(0, field === "author" ? undefined : 1).map((value) => ({
      ...{ field, value: value.slice(0, limits.factLength) },
      ...{ from: "file" as const, found: "properties" as const },
    }));
  });
}

/** A date without a type of its own is that of the publication; numbers (`idno`) are of many kinds. */
function isOfType(element: XmlElement, local: string, type: string | undefined): boolean {
  const own = element.attributes.get("type")?.toLowerCase();
  if (type !== undefined) return own === type.toLowerCase();
  return local !== "date" || own !== "updated";
}

/** Its words on one line; of a date or a language without any, what its attribute says. */
function factIn(element: XmlElement): string {
  const words = oneLine(element);
  const attribute = { date: "when", textLang: "mainLang" }[element.local];
  return words === "" && attribute !== undefined ? (element.attributes.get(attribute) ?? "") : words;
}

const oneLine = (element: XmlElement): string => textIn(element).replace(/\s+/gu, " ").trim();

/** Notes on somebody that TEI has no element for. */
const noteTypes = ["naming", "terms", "reason", "evidence"] as const;

/** All about an entity but its name and type, as elements that stand behind its name. */
export function detailsXml(entity: StandoffEntity, isPerson: boolean): string {
  const { id, naming, aliases, role, affiliation, externalId, anonymity } = entity;
  const notes: Readonly<Record<(typeof noteTypes)[number], string | undefined>> = {
    naming: naming === "named" ? undefined : naming,
    terms: anonymity?.terms,
    reason: anonymity?.reason,
    evidence: anonymity?.evidence?.segment.quote,
  };
  return [
    ...aliases.map((alias) => written(isPerson ? "persName" : "orgName", alias, "alias")),
    written("idno", id, "key"),
    ...(externalId === undefined ? [] : [written("idno", externalId, "external")]),
    ...(role === undefined ? [] : [isPerson ? written("occupation", role) : written("note", role, "role")]),
    ...(affiliation === undefined
      ? []
      : [isPerson ? written("affiliation", affiliation) : written("note", affiliation, "affiliation")]),
    ...noteTypes.flatMap((type) => {
      const said = notes[type];
      return said === undefined ? [] : [written("note", said, type)];
    }),
  ].join("");
}

/** As many aliases as somebody has at most. */
const mostAliases = 1_000;

/** Of those who have a key, as Sayso writes it, all that is said of them. `evidence`: where the text says on what terms they go unnamed. */
export function detailsIn(
  all: readonly XmlElement[],
  { text, evidence }: { readonly text: string; readonly evidence: ReadonlyMap<string, Range> },
): readonly StandoffEntity[] {
  return all.flatMap((element): StandoffEntity[] => {
    if (element.local !== "person" && element.local !== "org") return [];
    const parts = elementsIn(element);
    const saidBy = (local: string, type?: string): string[] =>
      parts
        .filter((one) => one.local === local && (type === undefined || one.attributes.get("type") === type))
        .map(textIn);
    const said = (local: string, type?: string): string | undefined => saidBy(local, type)[0];
    const isPerson = element.local === "person";
    const [id, name] = [said("idno", "key"), said(isPerson ? "persName" : "orgName")];
    if (id === undefined || name === undefined) return [];
    const naming: Naming = namings.find((one) => one === said("note", "naming")) ?? "named";
    const role = isPerson ? said("occupation") : said("note", "role");
    const affiliation = isPerson ? said("affiliation") : said("note", "affiliation");
    const [terms, reason] = [said("note", "terms"), said("note", "reason")];
    const externalId = said("idno", "external");
    const place = evidence.get(element.attributes.get("xml:id") ?? "");
    return [
      {
        ...{ id, name, naming, type: isPerson ? "person" : "organization" },
        aliases: [...new Set(saidBy(isPerson ? "persName" : "orgName", "alias"))].slice(0, mostAliases),
        ...(role !== undefined && { role }),
        ...(affiliation !== undefined && { affiliation }),
        ...(externalId !== undefined && { externalId }),
        ...((terms !== undefined || reason !== undefined) && {
          anonymity: {
            ...{ terms: terms ?? "", reason: reason ?? "" },
            ...(place && { evidence: { article: "", segment: selectorOf(text, place) } }),
          },
        }),
      },
    ];
  });
}

/** A stretch of the text that is no mark: what it is of (`metadata.byline`, `evidence.p1`), and where. */
export interface DetailPlace extends Range {
  readonly type: `${"metadata" | "evidence"}.${string}`;
}

/** Which stretches of a document's text say what is known of its article and of those who are named in it, by their ids there. */
export function detailPlaces(
  { article, metadata = [], entities = [] }: Standoff,
  idOf: (entity: string) => string | undefined,
): readonly DetailPlace[] {
  return [
    ...metadata.map(({ field, start, end }) => ({ type: `metadata.${field}` as const, start, end })),
    ...entities.flatMap(({ id, anonymity }): DetailPlace[] => {
      const evidence = anonymity?.evidence;
      const type = idOf(id);
      if (!evidence || !isEvidenceIn({ article }, evidence) || type === undefined) return [];
      const { start, end } = evidence.segment;
      return [{ type: `evidence.${type}`, start, end }];
    }),
  ];
}

/** The groups of spans that are such stretches. */
export const isDetailGroup = ({ local, attributes }: XmlElement): boolean =>
  local === "spanGrp" && /^(?:metadata|evidence)\./u.test(attributes.get("type") ?? "");

/** The same stretches, read: those of the article in reading order, those of people by their ids. */
export function placesOfDetails(
  all: readonly XmlElement[],
  placeOf: (span: XmlElement) => Range | null,
): { readonly metadata: readonly Metadata[]; readonly evidence: ReadonlyMap<string, Range> } {
  const metadata: Metadata[] = [];
  const evidence = new Map<string, Range>();
  for (const group of all.filter(isDetailGroup)) {
    const [of, type] = (group.attributes.get("type") ?? "").split(".");
    for (const span of elementsIn(group)) {
      const place = placeOf(span);
      if (!place || place.start >= place.end) continue;
      const { start, end } = place;
      if (of === "evidence") evidence.set(type ?? "", { start, end });
      else {
        const part = metadataSchema.safeParse({ field: type, start, end });
        if (part.success) metadata.push(part.data);
      }
    }
  }
  return { metadata: withoutOverlaps(metadata), evidence };
}
