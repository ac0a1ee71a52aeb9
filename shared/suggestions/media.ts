// Outlets, platforms and published texts, told by their words: names that many know, nouns, and how an article writes them.
import type { ArticleText } from "../model/article-text.ts";
import type { Token } from "./token.ts";
import { words } from "./word-lists.ts";

/** What an article's own form tells of outlets: "(Baltic Wire) —" behind the place, "By Ann Lee, The Ellery Courier". */
export type OwnOutlets = ReadonlySet<string>;

const outletNames =
  /(?:^|\s)(?:(?:The |Daily |Sunday |Evening |Morning |Radio |Al )?\p{Lu}[\p{L}.&’'-]*\s)*(?:Times|Post|Herald|Tribune|Gazette|Courier|Journal|Chronicle|Guardian|Telegraph|Mail|Mirror|Echo|Argus|Standard|Observer|Independent|Globe|Examiner|Inquirer|Sentinel|Dispatch|Bugle|News|Daily|Weekly|Review|Magazine|Radio|TV|Television|Wire|Broadcasting|CNN|BBC|NBC|ABC|CBS|MSNBC|CNBC|NPR|PBS|AP|AFP|Reuters|Bloomberg|Politico|Axios|Breitbart|HuffPost|BuzzFeed|Vox|Slate|Salon|Newsweek|Spiegel|Monde|Figaro|País|Jazeera|Tass|Interfax|Xinhua|Ledger|Sun|Star|Fox|Forbes|Atlantic|Economist|Yorker|Intercept|Press)(?:[’']s?)?$/u;
const outletNouns = words(
  "newspaper paper magazine broadcaster station channel website podcast tabloid daily weekly outlet radio television tv newspapers outlets " +
    "programme program show",
);
const platformNames =
  /(?:^|\s)(?:X|Twitter|Facebook|Instagram|TikTok|YouTube|Telegram|Snapchat|LinkedIn|Reddit|WhatsApp|Mastodon|Bluesky|Threads|Weibo|WeChat|VK|Substack|Tumblr|Truth Social|social media|social network)$/u;

/** Nouns for what somebody writes and others read. */
const publishedNouns = words(
  "letter letters post posts tweet tweets essay op-ed column article blog memo book memoir paper filing report thread newsletter petition " +
    "editorial message manifesto review diary autobiography pamphlet testimony affidavit video podcast caption",
);

/** "an outlet": what the words of a noun phrase name. `null` for anybody or anything else. */
export function mediumOf(
  phrase: readonly Token[],
  own: OwnOutlets = new Set(),
): "outlet" | "platform" | "published" | null {
  const core = phrase.slice(0, coreLength(phrase));
  const written = core.map(({ text }) => text).join(" ");
  const bare = written.replace(/^(?:The|the)\s+/u, "");
  const head = core.at(-1);
  if (!head) return null;
  if (core.length === 1 && /^us$/u.test(head.lower)) return "outlet";
  if (platformNames.test(written)) return "platform";
  if (own.has(bare) || outletNames.test(written)) return "outlet";
  if (outletNouns.has(head.lower) || core.some(({ lower }, at) => isNamingNoun(core, lower, at)))
    return "outlet";
  // "told The Ledger": only a paper keeps its article's capital within a sentence.
  if (core[0]?.text === "The" && core.length > 1 && head.pos === "PROPN") return "outlet";
  return publishedNouns.has(head.lower) || (head.pos === "PROPN" && publishedNouns.has(core[1]?.lower ?? ""))
    ? "published"
    : null;
}

/** "the newspaper El Faro", "the state news agency KTA" */
const isNamingNoun = (core: readonly Token[], lower: string, at: number): boolean =>
  core[at + 1]?.pos === "PROPN" &&
  (outletNouns.has(lower) || (lower === "agency" && core[at - 1]?.lower === "news"));

/** Without what hangs on the noun: "a letter | to the council", "his memoir, …". */
function coreLength(phrase: readonly Token[]): number {
  const cut = phrase.findIndex(
    ({ pos, text, lower }, at) =>
      at > 0 &&
      (text === "," || text === "(" || (pos === "ADP" && lower !== "of") || /^(?:'s|')$/u.test(lower)),
  );
  const of = phrase.findIndex(({ lower }, at) => at > 0 && lower === "of");
  const ends = [cut, of].filter((end) => end > 0);
  return ends.length > 0 ? Math.min(...ends) : phrase.length;
}

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
