// News that came into the project from outside and was not seen yet: how it is kept, and which of it comes first.
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { sameValue } from "../../../shared/model/same-value.ts";

/** Pieces that are kept unseen; beyond them the older ones give way of which nobody need know. */
const most = 500;

/** Pieces that are shown at once. */
const mostShown = 8;

type News = readonly OutsideNews[];

/** Each thing once. What only says how much there is of something is said as it is now. */
export function withMoreNews(news: News, more: News): News {
  const counted = new Set<string>(
    more.flatMap(({ what }) => (what === "copies" || what === "conflicts" ? [what] : [])),
  );
  const allNews: OutsideNews[] = news.filter(({ what }) => !counted.has(what));
  for (const newsItem of more)
    if (!allNews.some((other) => sameValue(newsItem, other))) allNews.push(newsItem);
  const over = allNews.length - most;
  if (over <= 0) return allNews;
  const givingWay = new Set(allNews.filter((one) => !newsNeedsLook(one)).slice(0, over));
  return allNews.filter((one) => !givingWay.has(one));
}

/** The line that says how many conflicts there are, where it is shown, says how many there still are. */
export const withConflictCount = (news: News, count: number): News =>
  news
    .filter(({ what }) => what !== "conflicts" || count > 0)
    .map((one) => (one.what === "conflicts" ? { ...one, count } : one));

/** What is to be seen next; the rest once this was seen. */
export const nextNews = (news: News): News =>
  [...news.filter(newsNeedsLook), ...news.filter((one) => !newsNeedsLook(one))].slice(0, mostShown);

/** Whether somebody should do something about it, or know it before they go on. */
export function newsNeedsLook(one: OutsideNews): boolean {
  switch (one.what) {
    case "text-changed":
    case "tagset-refused":
    case "article-sets":
    case "article-gone":
    case "colleagues-lost":
    case "late-work-refused":
    case "copies":
      return true;
    case "article-joined":
    case "article-revised":
      return one.otherText !== null;
    default:
      return hasConflicts(one);
  }
}

export const hasConflicts = (one: OutsideNews): boolean =>
  one.what === "conflicts" || ("conflicts" in one && one.conflicts.length > 0);
