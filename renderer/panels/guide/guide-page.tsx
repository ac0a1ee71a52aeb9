// The guide in the place of the article: its contents with a search, and its text with the keys as they are set.
import "../../styles/guide.css";
import { X } from "lucide-react";
import { fromMarkdown } from "mdast-util-from-markdown";
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import germanGuide from "../../../docs/guide.de.md?raw";
import englishGuide from "../../../docs/guide.md?raw";
import type { Range } from "../../../shared/model/range.ts";
import { findPlain } from "../../../shared/search/find-plain.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import type { Language } from "../../../shared/words/language.ts";
import { type Keyboard, keyboardFor } from "../../actions/keyboard.ts";
import { combinationOf, isMac, readableKeys } from "../../lib/key-combination.ts";
import { useStore } from "../../lib/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { numbered } from "../../ui/numbered.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { walkRows } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page } from "../page.ts";
import { useKeyboard } from "../use-keyboard.ts";

export const guidePage: Page = { Body: GuidePane };

const sources: Readonly<Record<Language, string>> = { en: englishGuide, de: germanGuide };

const headingId = (section: string): string => `guide-${section}`;

/** Brings a section to the top of the text. */
function showSection(section: string): HTMLElement | null {
  const heading = document.getElementById(headingId(section));
  heading?.scrollIntoView({ block: "start" });
  return heading;
}

/** Does so, and gives its heading the keyboard. */
const enterSection = (section: string): void => showSection(section)?.focus({ preventScroll: true });

/** Brings the first of the words that were looked for into view. */
function showMatch(section: string): void {
  const heading = showSection(section);
  heading?.parentElement?.querySelector("mark")?.scrollIntoView({ block: "center" });
}

/** The guide, in the language of the window. It needs no project. */
export function GuidePane() {
  const panels = usePanels();
  const { say, language } = useWords();
  const { action, keysOf } = useKeyboard();
  const keyboard = useGuideKeyboard();
  const linkText = useLinkText(keyboard);
  const [typed, setTyped] = useState("");
  const page = useRef<HTMLElement>(null);
  const sections = useMemo(() => readGuide(sources[language]), [language]);
  const words = wordsToFind(typed);
  const matchingSections = sectionsWith(sections, words, linkText);
  const [firstMatch] = matchingSections;
  useEffect(() => {
    if (firstMatch && typed !== "") showMatch(firstMatch.id);
  }, [firstMatch, typed]);
  const leave = (): void => action("leave-page")?.run(panels);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const field = page.current?.querySelector("input");
    const isLeft = event.key === "Escape" && event.target === field && field?.value === "";
    if (isLeft) leave();
    // The key that searches the article searches what stands in its place.
    else if (keysOf("find").includes(combinationOf(event, isMac()))) field?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <section ref={page} className="guide" aria-label={say("sidebar.guide")} onKeyDown={onKeyDown}>
      <nav className="guide-contents" aria-label={say("guide.contents")} data-pane="page-list">
        <SearchField label={say("guide.search")} value={typed} onChange={setTyped} />
        <p className="guide-found quiet small" role="status">
          {words.length > 0 && say("guide.found", { count: matchingSections.length })}
        </p>
        <Contents sections={words.length > 0 ? matchingSections : sections} />
      </nav>
      <ScrollRegion className="guide-text" label={say("guide.text")} pane="page">
        {sections.map((section) => (
          <Section
            key={section.id}
            section={section}
            keyboard={keyboard}
            typed={matchingSections.includes(section) ? typed : ""}
          />
        ))}
      </ScrollRegion>
      <div className="guide-close">
        <IconButton label={say("guide.close")} keys={keysOf("leave-page")} onPress={leave}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}

/** The keyboard of the open project; without one, as it is with the tagset that ships. */
function useGuideKeyboard(): Keyboard {
  const { workspace } = usePanels();
  const ofProject = useKeyboard();
  const hasProject = useStore(workspace.state, ({ project }) => project !== null);
  const settings = useStore(workspace.state, (state) => state.settings.keys);
  return useMemo(
    () => (hasProject ? ofProject : keyboardFor(newsAttribution, settings)),
    [hasProject, ofProject, settings],
  );
}

/** Keys as they are read, so that they are found by their names. */
function useLinkText(keyboard: Keyboard): LinkText {
  const words = useWords();
  return ({ kind, target }) => {
    if (kind === "section" || kind === "paper") return undefined;
    const combination = kind === "key" ? target : (keyboard.keysOf(target)[0] ?? "");
    return readableKeys(combination, isMac(), words).join("+");
  };
}

/** The headings, to go to; the arrows walk them, and the text follows. */
function Contents({ sections }: { readonly sections: readonly GuideSection[] }) {
  const { say } = useWords();
  const [current, setCurrent] = useState("");
  const start = sections.find(({ id }) => id === current) ?? sections[0];
  return (
    <ol
      className="guide-list"
      aria-label={say("guide.contents")}
      onKeyDown={walkRows(sections, ({ id }) => void showSection(id))}
    >
      {sections.map(({ id, title, level }, at) => (
        <li key={id}>
          <a
            className="guide-entry"
            href={`#${headingId(id)}`}
            data-row={at}
            data-level={level}
            data-pane-start={id === start?.id ? "" : undefined}
            tabIndex={id === start?.id ? 0 : -1}
            onFocus={() => setCurrent(id)}
            onClick={(event) => {
              event.preventDefault();
              enterSection(id);
            }}
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}

interface SectionContext {
  readonly keyboard: Keyboard;
  /** What is marked of the text. */
  readonly words: readonly string[];
}

interface SectionProps {
  readonly section: GuideSection;
  readonly keyboard: Keyboard;
  /** What was looked for and is marked here. */
  readonly typed: string;
}

// The guide as data: its Markdown in sections, what the links in it stand for, and the words that are looked for. Its notation is
// described in CONTRIBUTING.md.

type GuideBlock = ReturnType<typeof fromMarkdown>["children"][number];
/** A block, or whatever lies in one. */
export type GuideNode = GuideBlock | Extract<GuideBlock, { children: unknown }>["children"][number];

export interface GuideSection {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  /** 1: the guide as a whole; 2: a section; 3: a part of one. */
  readonly level: number;
  /** What stands below the heading, up to the next one of any level. */
  readonly blocks: readonly GuideBlock[];
}

/** A guide in sections, in their order. Throws where it does not begin with a heading: a bug of ours. */
export function readGuide(markdown: string): readonly GuideSection[] {
  const sections: (GuideSection & { readonly blocks: GuideBlock[] })[] = [];
  for (const block of fromMarkdown(markdown).children) {
    if (block.type === "heading") {
      const title = textOf(block).trim();
      sections.push({ id: anchorIn(block) ?? slugOf(title), title, level: block.depth, blocks: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section) throw new Error("The guide has words above its first heading.");
    section.blocks.push(block);
  }
  return sections;
}

/** What a link reads as; `undefined`: as its words. */
type LinkText = (link: GuideLink) => string | undefined;

/** The text of a node and of all that lies in it; its lines as they were broken. */
export function textOf(node: GuideNode, linkText: LinkText = () => undefined): string {
  const text = node.type === "link" ? linkText(linkOf(node.url)) : undefined;
  if (text !== undefined) return text;
  if ("children" in node) return node.children.map((child) => textOf(child, linkText)).join("");
  return node.type === "html" || !("value" in node) ? "" : node.value;
}

/** The anchor that a heading states, for languages other than the one whose headings give the ids. */
function anchorIn(heading: Extract<GuideBlock, { type: "heading" }>): string | undefined {
  const anchor = heading.children.find((child) => child.type === "html");
  return anchor && /id="([^"]+)"/u.exec(anchor.value)?.[1];
}

/** As Markdown is shown elsewhere, so that links to sections lead to the same places there. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** What a link stands for: the key of a command, a key that is always the same, a section, or another paper. */
export interface GuideLink {
  readonly kind: "command" | "key" | "section" | "paper";
  /** The command's id, the combination, the section's id, or the paper's name. */
  readonly target: string;
}

const schemes = { "command:": "command", "key:": "key", "#": "section" } as const;

export function linkOf(url: string): GuideLink {
  for (const [scheme, kind] of Object.entries(schemes))
    if (url.startsWith(scheme)) return { kind, target: url.slice(scheme.length) };
  return { kind: "paper", target: url };
}

/** The words to look for in what was typed. */
const wordsToFind = (typed: string): readonly string[] => typed.split(/\s+/u).filter((word) => word !== "");

/** Letters of a word up to which it is looked for at the beginning of words alone: “all” is not meant by “usually”. */
const shortWord = 3;

/** The stretches of a text that are any of the words, whatever their case and accents. */
export const stretchesOf = (text: string, words: readonly string[]): readonly Range[] =>
  [
    ...findPlain(
      { text },
      { kind: "plain", any: words, wholeWords: false, matchCase: false, ignoreAccents: true },
    ),
  ].filter(
    ({ start, end }) =>
      // Two code units, so that a letter of two is whole.
      end - start > shortWord || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)),
  );

/** The sections that have every one of the words, those first that have them in their heading; none for no words. */
export function sectionsWith(
  sections: readonly GuideSection[],
  words: readonly string[],
  linkText?: LinkText,
): readonly GuideSection[] {
  if (words.length === 0) return [];
  const hasAll = (text: string): boolean => words.every((word) => stretchesOf(text, [word]).length > 0);
  const inHeading = sections.filter(({ title }) => hasAll(title));
  const inText = sections.filter(({ title, blocks }) =>
    hasAll([title, ...blocks.map((block) => textOf(block, linkText))].join("\n")),
  );
  return [...new Set([...inHeading, ...inText])];
}

const Section = memo(function Section({ section, keyboard, typed }: SectionProps) {
  const { id, title, level, blocks } = section;
  const Heading = ({ 1: "h1", 2: "h2" } as const)[level] ?? "h3";
  const context: SectionContext = { keyboard, words: wordsToFind(typed) };
  return (
    <div className="guide-section">
      <Heading id={headingId(id)} tabIndex={-1}>
        <Marked text={title} context={context} />
      </Heading>
      <Nodes nodes={blocks} context={context} />
    </div>
  );
});

interface NodesProps {
  readonly nodes: readonly GuideNode[];
  readonly context: SectionContext;
}

const Nodes = ({ nodes, context }: NodesProps): ReactNode =>
  numbered(nodes).map(({ key, item }) => <Node key={key} node={item} context={context} />);

interface NodeProps {
  readonly node: GuideNode;
  readonly context: SectionContext;
}

function Node({ node, context }: NodeProps): ReactNode {
  switch (node.type) {
    case "text":
      return <Marked text={node.value} context={context} />;
    case "inlineCode":
      return (
        <code>
          <Marked text={node.value} context={context} />
        </code>
      );
    case "code":
      return (
        <pre>
          <Marked text={node.value} context={context} />
        </pre>
      );
    case "link":
      return <Link node={node} context={context} />;
    case "strong":
      return (
        <strong>
          <Nodes nodes={node.children} context={context} />
        </strong>
      );
    case "paragraph":
      return (
        <p>
          <Nodes nodes={node.children} context={context} />
        </p>
      );
    case "listItem":
      return (
        <li>
          <Nodes nodes={node.children} context={context} />
        </li>
      );
    case "list": {
      const List = node.ordered ? "ol" : "ul";
      return (
        <List>
          <Nodes nodes={node.children} context={context} />
        </List>
      );
    }
    default:
      throw new Error(`The guide cannot show “${node.type}”.`);
  }
}

function Link({
  node,
  context,
}: {
  readonly node: Extract<GuideNode, { type: "link" }>;
  readonly context: SectionContext;
}) {
  const { kind, target } = linkOf(node.url);
  switch (kind) {
    case "command":
      return <CommandKey id={target} keyboard={context.keyboard} />;
    case "key":
      return <Keys combination={target} />;
    case "paper":
      return <code>{`docs/${target}`}</code>;
    case "section":
      return (
        <a
          href={`#${headingId(target)}`}
          onClick={(event) => {
            event.preventDefault();
            enterSection(target);
          }}
        >
          <Nodes nodes={node.children} context={context} />
        </a>
      );
  }
}

/** The first key of a command as it is set, or how else the command is found. */
function CommandKey({ id, keyboard }: { readonly id: string; readonly keyboard: Keyboard }) {
  const { say, tell } = useWords();
  const action = keyboard.action(id);
  if (!action) return <em>{say("guide.not-here")}</em>;
  const title = tell(action.title);
  const [combination] = keyboard.keysOf(id);
  return combination === undefined ? (
    <em>{say("guide.no-key", { command: title })}</em>
  ) : (
    <span data-hint={title}>
      <Keys combination={combination} />
    </span>
  );
}

/** A text with the words that were looked for set off. */
function Marked({ text, context }: { readonly text: string; readonly context: SectionContext }): ReactNode {
  const stretches = context.words.length === 0 ? [] : stretchesOf(text, context.words);
  if (stretches.length === 0) return text;
  return [
    ...stretches.flatMap(({ start, end }, at) => [
      text.slice(stretches[at - 1]?.end ?? 0, start),
      <mark key={start} className="guide-hit">
        {text.slice(start, end)}
      </mark>,
    ]),
    text.slice(stretches.at(-1)?.end),
  ];
}
