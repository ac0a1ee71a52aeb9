// Outlets, platforms and published texts, told by their words: names that many know, nouns, and how an article writes them.
import type { ArticleText } from "../model/article-text.ts";
import { words } from "./word-lists.ts";

/** What an article's own form tells of outlets: "(Baltic Wire) —" behind the place, "By Ann Lee, The Ellery Courier". */
export type OwnOutlets = ReadonlySet<string>;

/** Last words of outlets' names. */
const outletNames = words(
  "Times Post Herald Tribune Gazette Courier Journal Chronicle Guardian Telegraph Mail Mirror Echo Argus Standard Observer Independent Globe " +
    "Examiner Inquirer Sentinel Dispatch Bugle News Daily Weekly Review Magazine Radio TV Television Wire Broadcasting CNN BBC NBC ABC CBS " +
    "MSNBC CNBC NPR PBS AP AFP Reuters Bloomberg Politico Axios Breitbart HuffPost BuzzFeed Vox Slate Salon Newsweek Spiegel Monde Figaro País " +
    "Jazeera Tass Interfax Xinhua Ledger Sun Star Fox Forbes Atlantic Economist Yorker Intercept Press",
);
const outletNouns = words(
  "newspaper paper magazine broadcaster station channel website podcast tabloid daily weekly outlet radio television tv newspapers outlets " +
    "programme program show",
);
const platformList =
  "X Twitter Facebook Instagram TikTok YouTube Telegram Snapchat LinkedIn Reddit WhatsApp Mastodon Bluesky Threads Weibo WeChat VK Substack Tumblr";
const platforms = words(platformList);
/** As alternatives of a regular expression. */
export const platformNames = platformList.replaceAll(" ", "|");
const platformPhrases = /\b(?:Truth Social|social media|social networks?)$/u;

/** Nouns for what somebody writes and others read. */
const publishedNouns = words(
  "letter letters post posts tweet tweets essay op-ed column article blog memo book memoir paper filing report thread newsletter petition " +
    "editorial message manifesto review diary autobiography pamphlet testimony affidavit video podcast caption",
);

type Medium = "outlet" | "platform" | "published";

/** What the words of a noun phrase name; `null` for anybody or anything else. */
export function mediumOf(phrase: readonly string[], own: OwnOutlets = new Set()): Medium | null {
  const core = phrase.slice(0, coreLength(phrase));
  const phraseText = core.join(" ");
  const head = core.at(-1);
  if (head === undefined) return null;
  if (phraseText === "us") return "outlet";
  if (platforms.has(head) || platformPhrases.test(phraseText)) return "platform";
  if (own.has(phraseText.replace(/^[Tt]he\s+/u, "")) || outletNames.has(head)) return "outlet";
  const lower = core.map((word) => word.toLowerCase());
  const nouns = lower.at(-1) ?? "";
  if (outletNouns.has(nouns) || core.some((_, at) => namesOutlet(core, lower, at))) return "outlet";
  // "told The Ledger": only a paper keeps its article's capital within a sentence.
  if (core[0] === "The" && core.length > 1 && isCapital(head)) return "outlet";
  return publishedNouns.has(nouns) || (isCapital(head) && publishedNouns.has(lower[1] ?? ""))
    ? "published"
    : null;
}

const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? "");

/** "the newspaper El Faro", "the state news agency KTA" */
const namesOutlet = (core: readonly string[], lower: readonly string[], at: number): boolean =>
  isCapital(core[at + 1]) &&
  (outletNouns.has(lower[at] ?? "") || (lower[at] === "agency" && lower[at - 1] === "news"));

/** Without what hangs on the noun: "a letter | to the council", "his memoir, …". */
function coreLength(phrase: readonly string[]): number {
  const cut = phrase.findIndex((word, at) => at > 0 && ends.test(word));
  return cut < 0 ? phrase.length : cut;
}

const ends =
  /^(?:[,(]|[’']s?|of|to|on|in|at|from|by|for|with|about|against|over|under|that|which|who|published|seen|reviewed|obtained|posted)$/u;

const datelines = /^[^\n(]{2,60}\((?<name>\p{Lu}[^()\n]{1,30})\)\s*(?:—|–|--|-)\s/gmu;
const bylines = /^By [^\n,]{3,80}, (?<name>(?:The )?\p{Lu}[^\n,]{2,40})$/gmu;

/** Names of outlets that the lines above and around the article's text show. Linear in the length of the text. */
export function ownOutlets({ text }: Pick<ArticleText, "text">): OwnOutlets {
  const head = text.slice(0, 2_000);
  return new Set(
    [...head.matchAll(datelines), ...head.matchAll(bylines)].map(({ groups }) =>
      (groups?.name ?? "").replace(/^The\s+/u, ""),
    ),
  );
}
