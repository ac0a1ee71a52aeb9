// What of a web page is no article: what is never shown, and the furniture around an article, with what kind of furniture it is.
import type { HtmlElement } from "./html-tree.ts";

export const furnitureKinds = [
  "navigation",
  "advertisement",
  "cookies",
  "related",
  "subscription",
  "comments",
  "sharing",
  "hidden",
  "other",
] as const;

export type Furniture = (typeof furnitureKinds)[number];

/** Never words of a page. */
const never = new Set(
  "script style noscript template iframe object embed svg math canvas audio video select option input textarea head link meta map".split(
    " ",
  ),
);

const byName: ReadonlyMap<string, Furniture> = new Map<string, Furniture>([
  ["nav", "navigation"],
  ["menu", "navigation"],
  ["footer", "navigation"],
  ["aside", "related"],
  ["form", "other"],
  ["button", "other"],
  ["dialog", "other"],
]);

const byRole: ReadonlyMap<string, Furniture> = new Map<string, Furniture>([
  ["navigation", "navigation"],
  ["banner", "navigation"],
  ["contentinfo", "navigation"],
  ["menu", "navigation"],
  ["toolbar", "navigation"],
  ["search", "navigation"],
  ["complementary", "related"],
  ["dialog", "other"],
  ["alert", "other"],
]);

/** Words of class names and ids by which pages call their furniture. */
const called: readonly (readonly [Furniture, string])[] = [
  ["navigation", "nav|navbar|menu|breadcrumbs?|sidebar|footer|toolbar|skip-link"],
  ["related", "related|recommend(?:ed|ations?)?|most-read|trending"],
  ["advertisement", "promo|advert(?:isement)?|ads?|sponsor(?:ed)?"],
  ["subscription", "newsletter|subscribe|subscription|paywall"],
  ["cookies", "cookies?|consent"],
  ["comments", "comments?"],
  ["sharing", "share|sharing|social"],
  ["other", "popup|modal"],
];
const callings = called.map(
  ([kind, words]) => [kind, new RegExp(`(?:^|[-_ ])(?:${words})(?:$|[-_ ])`, "iu")] as const,
);

export const isNeverShown = ({ name, attributes }: HtmlElement): boolean =>
  never.has(name) || /mso-list:\s*ignore/iu.test(attributes.style ?? "");

/** What kind of furniture an element is; `null` for what may be an article. */
export function furnitureOf({ name, attributes }: HtmlElement): Furniture | null {
  const named = byName.get(name) ?? byRole.get((attributes.role ?? "").toLowerCase());
  if (named !== undefined) return named;
  if ("hidden" in attributes || attributes["aria-hidden"] === "true") return "hidden";
  if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.style ?? "")) return "hidden";
  if (name === "html" || name === "body" || name === "main" || name === "article") return null;
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return callings.find(([, words]) => words.test(names))?.[0] ?? null;
}

/** Whether it says who made the picture that it stands with. */
export function isCredit({ attributes }: HtmlElement, isInFigure: boolean): boolean {
  if (attributes.itemprop?.toLowerCase() === "copyrightholder") return true;
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`;
  return ofPicture.test(names) || (isInFigure && plainCredit.test(names));
}

const ofPicture =
  /(?:^|[-_ ])(?:photo|image|img|picture|media|caption)(?:__|[-_])?(?:credits?|source|copyright)(?:$|[-_ ])/iu;
const plainCredit = /(?:^|[-_ ])(?:credits?|source|copyright|photographer)(?:$|[-_ ])/iu;
