// Word documents (ECMA-376, WordprocessingML): the articles with their marks shaded and underlined, each card as a comment on the words of its
// claim. Written part by part and article by article, so that no more than one of them is in memory.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { codePointName } from "../errors/visible-text.ts";
import {
  officeRelation,
  officeSchemas,
  relationsPart,
  typesPart,
  wholePart,
  xmlHead,
} from "../files/office-package.ts";
import { cleanXml, emptyElement, openElement, xmlAttribute, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { Part, Pass } from "../interchange/passes.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import { blockOf, hasListSign } from "../model/article.ts";
import { directionOf, stretchesByDirection, type TextDirection } from "../model/direction.ts";
import type { Id } from "../model/id.ts";
import { overlaps, type Range } from "../model/range.ts";
import { records } from "../model/table.ts";
import type { MarkForm, SpanType, Tagset } from "../model/tagset.ts";
import type { BundleExporter } from "./exporter.ts";
import {
  capitalised,
  cardNumbers,
  entitiesHeading,
  entityRowsIn,
  factRows,
  historyHeading,
  historyRows,
  type NamedRow,
  notesInOrder,
  type ReadableArticle,
  readableArticles,
  saidHeading,
  saidRows,
} from "./readable-article.ts";
import { type Anchors, anchorsOf, type Comment, commentsIn } from "./word-comments.ts";

export const docxExporter: BundleExporter = {
  id: "docx",
  takes: "bundle",
  extension: "docx",
  capabilities: { ...allOfStandoff, unit: "none", characters: "xml", provenance: "own" },
  counting: (_head, count) => (exported) => {
    for (const text of textsIn(exported))
      cleanXml(text, (character) => count.add("characters", codePointName(character)));
  },
  passes: (head) => [documentPass(head), commentsPass(head)],
};

/** Each text in a value, those that only say again what stands in the article's left out. */
function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) if (!isRepeated.test(name)) yield* textsIn(inner);
}
const isRepeated = /^(?:quote|prefix|suffix)$/u;

// The package

const microsoft = "http://schemas.microsoft.com/office";
const wordNamespace = `xmlns:w="${officeSchemas}/wordprocessingml/2006/main"`;
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const xmlOf = (text: string): string => xmlText(cleanXml(text));
const documentName = "word/document.xml";
const propertiesName = "docProps/core.xml";
const partOf = (name: string, xml: string): Part => ({ name, bytes: utf8(xml) });

/** The parts beside the document, each with the type of its relation. Word shows threads only where all four of comments are there. */
const besideDocument: readonly (readonly [name: string, relation: string])[] = [
  ["styles", `${officeRelation}/styles`],
  ["settings", `${officeRelation}/settings`],
  ["numbering", `${officeRelation}/numbering`],
  ["comments", `${officeRelation}/comments`],
  ["commentsExtended", `${microsoft}/2011/relationships/commentsExtended`],
  ["commentsIds", `${microsoft}/2016/09/relationships/commentsIds`],
  ["commentsExtensible", `${microsoft}/2018/08/relationships/commentsExtensible`],
];

function packageParts({ tagset }: ExportHead): readonly Part[] {
  return [
    typesPart([
      [documentName, `${types}.document.main+xml`],
      ...besideDocument.map(([name]) => [`word/${name}.xml`, `${types}.${name}+xml`] as const),
      [propertiesName, "application/vnd.openxmlformats-package.core-properties+xml"],
    ]),
    relationsPart("_rels/.rels", [
      [documentName, `${officeRelation}/officeDocument`],
      [propertiesName, `${officeSchemas}/package/2006/relationships/metadata/core-properties`],
    ]),
    relationsPart(
      "word/_rels/document.xml.rels",
      besideDocument.map(([name, type]) => [`${name}.xml`, type]),
    ),
    // Marks are underlined: the lines under what Word takes for a mistake would lie across them.
    wholePart(
      "word/settings.xml",
      `<w:settings ${wordNamespace}><w:hideSpellingErrors/><w:hideGrammaticalErrors/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="${microsoft}/word" w:val="15"/></w:compat></w:settings>`,
    ),
    wholePart(
      "word/numbering.xml",
      `<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    wholePart("word/styles.xml", stylesOf(tagset)),
  ];
}

/** Without the article's author, who did not make this document. */
const properties = (title: string, { exportedAt, generator }: ExportHead): Part =>
  wholePart(
    propertiesName,
    `<cp:coreProperties xmlns:cp="${officeSchemas}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlOf(title)}</dc:title><cp:lastModifiedBy>${xmlOf(generator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${xmlOf(exportedAt)}</dcterms:created></cp:coreProperties>`,
  );

// How it looks

const sized = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = "<w:b/><w:bCs/>";
const fontOf = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const closeLines = '<w:spacing w:after="160" w:line="240" w:lineRule="auto"/><w:contextualSpacing/>';
const headingOf = (level: number): string =>
  `<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`;

/** By their ids: what Word calls a style in every language, and how paragraphs and runs of it look. */
const paragraphStyles: Readonly<Record<string, readonly [name: string, paragraph: string, run: string]>> = {
  Heading1: ["heading 1", headingOf(1), `${bold}${sized(34)}`],
  Heading2: ["heading 2", headingOf(2), `${bold}${sized(26)}`],
  Heading3: ["heading 3", headingOf(3), bold],
  Quote: ["Quote", '<w:ind w:left="567" w:right="567"/>', ""],
  Caption: ["caption", "", `<w:i/><w:iCs/>${sized(20)}`],
  ListParagraph: ["List Paragraph", "", ""],
  HTMLPreformatted: ["HTML Preformatted", "", fontOf("Courier New")],
  Facts: ["Facts", closeLines, sized(19)],
  CommentText: ["annotation text", closeLines, sized(20)],
};

/** How marks of a type look in a run; empty for what they leave to others on the same words. */
interface Look {
  readonly style: string;
  readonly underline: string;
  readonly shading: string;
}

const underlines: Readonly<Record<Exclude<MarkForm, "ground">, string>> = {
  underline: "thick",
  double: "double",
  dotted: "dottedHeavy",
  dashed: "dashedHeavy",
  wavy: "wavyHeavy",
};

function lookOf({ form, colour }: SpanType, at: number): Look {
  const [, hex = "444444"] = /^#([0-9a-f]{6})$/iu.exec(colour.light) ?? [];
  const style = `Mark${at + 1}`;
  return form === "ground"
    ? { style, underline: "", shading: `<w:shd w:val="clear" w:color="auto" w:fill="${paleOf(hex)}"/>` }
    : { style, underline: `<w:u w:val="${underlines[form]}" w:color="${hex}"/>`, shading: "" };
}

/** The colour as a ground on which black letters are read, on paper too. */
const paleOf = (hex: string): string =>
  hex.replace(/../gu, (channel) => Math.round(255 - (255 - Number.parseInt(channel, 16)) / 4).toString(16));

const excludedLook: Look = { style: "NotAnnotated", underline: "", shading: "" };

/** Those that Word does not know. */
const ownStyles = /^(?:Facts|NotAnnotated|Mark\d+)$/u;

function stylesOf({ spanTypes }: Tagset): string {
  const styleOf = (type: string, id: string, name: string, looks: string): string =>
    `<w:style w:type="${type}"${ownStyles.test(id) ? ' w:customStyle="1"' : ""} w:styleId="${id}"><w:name w:val="${xmlAttribute(cleanXml(name))}"/><w:basedOn w:val="${type === "paragraph" ? "Normal" : "DefaultParagraphFont"}"/>${looks}</w:style>`;
  const paragraphs = Object.entries(paragraphStyles).map(([id, [name, paragraph, run]]) =>
    styleOf("paragraph", id, name, `${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${runForm(run)}`),
  );
  const marks = spanTypes.map((type, at) => {
    const { style, underline, shading } = lookOf(type, at);
    // A comma would part two names.
    const name = `Mark ${at + 1} ${type.name.replace(/[,;\s]+/gu, " ").slice(0, 60)}`;
    return styleOf("character", style, name, runForm(`${underline}${shading}`));
  });
  return [
    `<w:styles ${wordNamespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>${sized(22)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    ...paragraphs,
    styleOf("character", "CommentReference", "annotation reference", runForm(sized(16))),
    styleOf("character", excludedLook.style, "Not annotated", runForm('<w:color w:val="707070"/>')),
    ...marks,
    "</w:styles>",
  ].join("");
}

// The document

function documentPass(head: ExportHead): Pass<ExportedArticle> {
  const articlesOf = readableArticles(head);
  const looks = new Map(head.tagset.spanTypes.map((type, at) => [type.id, lookOf(type, at)]));
  const titles = new Map<Id, string>();
  let nextComment = 0;
  let written = 0;
  return {
    begin() {
      const legend = head.tagset.spanTypes.map(({ name }, at) =>
        runs(name, "ltr", `<w:rStyle w:val="Mark${at + 1}"/>`),
      );
      return [
        ...packageParts(head),
        partOf(
          documentName,
          `${xmlHead}<w:document ${wordNamespace}><w:body>${paragraph("Facts", legend.join(runs("   ", "ltr")))}`,
        ),
      ];
    },
    article(exported) {
      titles.set(exported.article.id, exported.article.title);
      const commentsOf = commentsIn(exported);
      return articlesOf(exported).map((readable) => {
        const comments = commentsOf(readable);
        const anchors = anchorsOf(comments, nextComment, readable.article);
        nextComment += comments.length;
        written += 1;
        return partOf(documentName, `\n${articleInWord(readable, anchors, looks, written > 1)}`);
      });
    },
    end() {
      const mentioned = entitiesInWord(head, (article) => titles.get(article) ?? article);
      const [title = head.project.name, ...more] = titles.values();
      return [
        partOf(
          documentName,
          `${mentioned}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>\n`,
        ),
        properties(more.length === 0 ? title : head.project.name, head),
      ];
    },
  };
}

/** `form`: further properties, in the order of the schema. */
function paragraph(style: string, content: string, form = "", attributes = ""): string {
  const properties = `${style === "" ? "" : `<w:pStyle w:val="${style}"/>`}${form}`;
  return `<w:p${attributes}>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

const runForm = (properties: string): string => (properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`);

/** Text as runs of one direction each. `look`: their properties, in the order of the schema. */
const runs = (text: string, direction: TextDirection, look = ""): string =>
  stretchesByDirection(text, direction)
    .map((stretch) => run(stretch.words, stretch.direction, look))
    .join("");

const run = (words: string, direction: TextDirection, look: string): string =>
  `<w:r>${runForm(`${look}${direction === "rtl" ? "<w:rtl/>" : ""}`)}${inRun(words)}</w:r>`;

const inRun = (words: string): string =>
  words
    .split(/(\t|\r\n|[\n\r\u2028\u2029])/u)
    .map((part) => {
      if (part === "\t") return "<w:tab/>";
      if (/^[\r\n\u2028\u2029]/u.test(part)) return "<w:br/>";
      return part === "" ? "" : `<w:t xml:space="preserve">${xmlOf(part)}</w:t>`;
    })
    .join("");

const bidirectional = (direction: TextDirection): string => (direction === "rtl" ? "<w:bidi/>" : "");

/** A name in bold letters and what it is; without a name its value alone. */
function rowInWord(style: string, [name, value]: NamedRow, before = "", attributes = ""): string {
  const direction = name === "" ? directionOf(value) : "ltr";
  const label = name === "" ? "" : runs(`${capitalised(name)}${value === "" ? "" : ": "}`, "ltr", bold);
  return paragraph(style, `${before}${label}${runs(value, direction)}`, bidirectional(direction), attributes);
}

function articleInWord(
  readable: ReadableArticle,
  anchors: Anchors,
  looks: ReadonlyMap<string, Look>,
  startsOnNewPage: boolean,
): string {
  const { about, article, set, annotator } = readable;
  const marks = set ? marksOf(set, looks) : [];
  const numbers = set ? cardNumbers(notesInOrder(set)) : new Map<Id, number>();
  const title = `${anchors.onTitle.map(beginOf).join("")}${runs(about.title, directionOf(about.title))}${endsOf(anchors.onTitle)}`;
  const form = `${startsOnNewPage ? "<w:pageBreakBefore/>" : ""}${bidirectional(directionOf(about.title))}`;
  const appendix = (heading: string, rows: readonly NamedRow[]): readonly string[] =>
    rows.length === 0
      ? []
      : [paragraph("Heading2", runs(heading, "ltr")), ...rows.map((row) => rowInWord("Facts", row))];
  return [
    paragraph("Heading1", title, form),
    ...factRows(readable).map((row) => rowInWord("Facts", row)),
    ...(annotator === "" ? [] : [rowInWord("Facts", ["annotated by", annotator])]),
    ...article.paragraphs.map((range) => {
      const words = article.text.slice(range.start, range.end);
      const [style, numbering] = styleOf(range, words, readable);
      const direction = directionOf(words);
      const content = markedRuns(article.text, range, marks, anchors, direction);
      return paragraph(style, content, `${numbering}${bidirectional(direction)}`);
    }),
    ...appendix(saidHeading, saidRows(readable)),
    ...appendix(historyHeading, historyRows(readable, numbers)),
  ].join("\n");
}

/** The style of what the form of the article's file told, and whether Word draws the sign of a list. */
function styleOf(range: Range, words: string, { about }: ReadableArticle): readonly [string, string] {
  const block = blockOf(range, about.blocks ?? []);
  switch (block?.kind) {
    case "heading":
      return [`Heading${Math.min(3, (block.level ?? 1) + 1)}`, ""];
    case "quote":
      return ["Quote", ""];
    case "caption":
      return ["Caption", ""];
    case "preformatted":
      return ["HTMLPreformatted", ""];
    case "list-item":
      return [
        "ListParagraph",
        hasListSign(words) ? "" : '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      ];
    default:
      return ["", ""];
  }
}

function entitiesInWord(head: ExportHead, titleOf: (article: Id) => string): string {
  if (head.entities.length === 0) return "";
  const rowsOf = entityRowsIn(head, titleOf);
  const sections = head.entities.map((entity) =>
    [
      paragraph(
        "Heading3",
        runs(entity.name, directionOf(entity.name)),
        bidirectional(directionOf(entity.name)),
      ),
      ...rowsOf(entity).map((row) => rowInWord("Facts", row)),
    ].join("\n"),
  );
  return `\n${[paragraph("Heading1", runs(entitiesHeading, "ltr"), "<w:pageBreakBefore/>"), ...sections].join("\n")}`;
}

interface Mark extends Range {
  readonly look: Look;
}

/** The shortest first, which is in front where several lie on the same words. */
function marksOf(set: AnnotationSet, looks: ReadonlyMap<string, Look>): readonly Mark[] {
  const marks = [
    ...[...records(set.spans)].flatMap(({ type, segments }) => {
      const look = looks.get(type);
      return look ? segments.map(({ start, end }): Mark => ({ start, end, look })) : [];
    }),
    ...Array.from(
      records(set.exclusions),
      ({ segment: { start, end } }): Mark => ({ start, end, look: excludedLook }),
    ),
  ];
  return marks.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

/** A paragraph's text, cut wherever a mark or a comment begins or ends, or another direction does. */
function markedRuns(
  text: string,
  { start, end }: Range,
  all: readonly Mark[],
  anchors: Anchors,
  direction: TextDirection,
): string {
  const marks = all.filter((mark) => overlaps(mark, { start, end }));
  const turns = stretchesByDirection(text.slice(start, end), direction);
  const edges = [
    ...marks.flatMap((mark) => [mark.start, mark.end]),
    ...anchors.places,
    ...turns.map(({ at }) => start + at),
  ];
  const cuts = [...new Set([start, ...edges.filter((at) => at > start && at < end), end])].sort(
    (a, b) => a - b,
  );
  return cuts
    .map((from, index) => {
      const to = cuts[index + 1];
      if (to === undefined) return anchorsAt(from, anchors);
      const over = marks.filter((mark) => mark.start <= from && to <= mark.end);
      const runDirection = turns.findLast(({ at }) => start + at <= from)?.direction ?? direction;
      return `${anchorsAt(from, anchors)}${run(text.slice(from, to), runDirection, lookOfAll(over))}`;
    })
    .join("");
}

function lookOfAll([front, ...behind]: readonly Mark[]): string {
  if (!front) return "";
  const { style, underline, shading } = front.look;
  const under = underline === "" ? behind.find(({ look }) => look.underline !== "")?.look.underline : "";
  const ground = shading === "" ? behind.find(({ look }) => look.shading !== "")?.look.shading : "";
  return `<w:rStyle w:val="${style}"/>${under ?? ""}${ground ?? ""}`;
}

// Comments

const beginOf = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;

/** All ends before all references: otherwise Word shows replies apart from what they answer. */
const endsOf = (ids: readonly number[]): string =>
  [
    ...ids.map((id) => `<w:commentRangeEnd w:id="${id}"/>`),
    ...ids.map(
      (id) =>
        `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    ),
  ].join("");

/** What ends here, then what begins here; what is on no words at all does both. */
function anchorsAt(place: number, { begins, ends }: Anchors): string {
  const beginning = begins.get(place) ?? [];
  const ending = ends.get(place) ?? [];
  const empty = new Set(beginning);
  return [
    endsOf(ending.filter((id) => !empty.has(id))),
    ...beginning.map(beginOf),
    endsOf(ending.filter((id) => empty.has(id))),
  ].join("");
}

/** What the parts beside the comments themselves say of one. `parent`: the id of the comment that it is a reply to; its own where it is none. */
interface CommentFacts {
  readonly id: number;
  readonly parent: number;
  readonly at: string | undefined;
  readonly isDone: boolean;
}

/** A part with an element for each comment. */
interface CommentPart {
  readonly name: string;
  readonly root: string;
  readonly namespaces: string;
}

const hexOf = (number: number): string => number.toString(16).toUpperCase().padStart(8, "0");
/** By which other parts know a comment: of its last paragraph, and across documents. Below 80000000. */
const paragraphId = (id: number): string => hexOf(id + 1);
const durableId = (id: number): string => hexOf(0x40000000 + id);
/** To the second, as Word writes it. */
const timeOf = (at = ""): string | undefined => {
  const [time] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u.exec(at) ?? [];
  return time && `${time}Z`;
};
const initialsOf = (name: string): string =>
  [...name.matchAll(/(?<!\p{L})\p{L}/gu)]
    .map(([letter]) => letter.toUpperCase())
    .slice(0, 3)
    .join("");

const commentsPart: CommentPart = {
  name: "comments",
  root: "w:comments",
  namespaces: `${wordNamespace} xmlns:w14="${microsoft}/word/2010/wordml" xmlns:mc="${officeSchemas}/markup-compatibility/2006" mc:Ignorable="w14"`,
};

function commentInWord({ author, at, rows }: Comment, id: number): string {
  const all = rows();
  const head = openElement("w:comment", {
    ...{ "w:id": id, "w:author": cleanXml(author), "w:date": timeOf(at) },
    "w:initials": cleanXml(initialsOf(author)),
  });
  const sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';
  const paragraphs = (all.length === 0 ? [["", ""] as const] : all).map((row, index) => {
    const isLast = index >= all.length - 1;
    const attributes = isLast ? ` w14:paraId="${paragraphId(id)}"` : "";
    return rowInWord("CommentText", row, index === 0 ? sign : "", attributes);
  });
  return `${head}${paragraphs.join("")}</w:comment>`;
}

/** The parts by which Word knows of threads, of which are resolved, and of times. */
const threadParts: readonly (CommentPart & { element(facts: CommentFacts): string })[] = [
  {
    name: "commentsExtended",
    root: "w15:commentsEx",
    namespaces: `xmlns:w15="${microsoft}/word/2012/wordml"`,
    element: ({ id, isDone, parent }) =>
      emptyElement("w15:commentEx", {
        "w15:paraId": paragraphId(id),
        "w15:paraIdParent": parent === id ? undefined : paragraphId(parent),
        "w15:done": isDone ? 1 : 0,
      }),
  },
  {
    name: "commentsIds",
    root: "w16cid:commentsIds",
    namespaces: `xmlns:w16cid="${microsoft}/word/2016/wordml/cid"`,
    element: ({ id }) =>
      emptyElement("w16cid:commentId", {
        "w16cid:paraId": paragraphId(id),
        "w16cid:durableId": durableId(id),
      }),
  },
  {
    // Elsewhere Word reads times as those of where it runs.
    name: "commentsExtensible",
    root: "w16cex:commentsExtensible",
    namespaces: `xmlns:w16cex="${microsoft}/word/2018/wordml/cex"`,
    element: ({ id, at }) =>
      emptyElement("w16cex:commentExtensible", {
        "w16cex:durableId": durableId(id),
        "w16cex:dateUtc": timeOf(at),
      }),
  },
];

const commentsBegin = ({ name, root, namespaces }: CommentPart): Part =>
  partOf(pathOf(name), `${xmlHead}<${root} ${namespaces}>`);
const commentsEnd = ({ name, root }: CommentPart): Part => partOf(pathOf(name), `\n</${root}>\n`);
const pathOf = (name: string): string => `word/${name}.xml`;

/** The comments article by article; what the other parts say of each is kept for the end. */
function commentsPass(head: ExportHead): Pass<ExportedArticle> {
  const articlesOf = readableArticles(head);
  const factsBySet: (readonly CommentFacts[])[] = [];
  let next = 0;
  let parent = 0;
  return {
    begin: () => [commentsBegin(commentsPart)],
    article(exported) {
      const commentsOf = commentsIn(exported);
      return articlesOf(exported).map((readable) => {
        const comments = commentsOf(readable).map((comment) => {
          const id = next;
          next += 1;
          if (!comment.isReply) parent = id;
          return { ...comment, id, parent };
        });
        factsBySet.push(comments.map(({ id, parent, at, isDone }) => ({ id, parent, at, isDone })));
        const elements = comments.map((comment) => `\n${commentInWord(comment, comment.id)}`);
        return partOf(pathOf(commentsPart.name), elements.join(""));
      });
    },
    *end() {
      yield commentsEnd(commentsPart);
      for (const part of threadParts) {
        yield commentsBegin(part);
        for (const facts of factsBySet)
          yield partOf(pathOf(part.name), facts.map((one) => `\n${part.element(one)}`).join(""));
        yield commentsEnd(part);
      }
    },
  };
}
