// The news from outside as sentences, each once.
import type { OutsideNews } from "../../../shared/api/outside.ts";
import type { Words } from "../../../shared/words/say.ts";

export function newsLines(news: readonly OutsideNews[], words: Words): readonly string[] {
  return [...new Set(news.map((one) => lineOf(one, words)))];
}

function lineOf(one: OutsideNews, words: Words): string {
  const { say, list } = words;
  const kept = "keptAs" in one ? one.keptAs.map((file) => say("outside.kept-as", { file })) : [];
  const together = (...sentences: readonly string[]): string => [...sentences, ...kept].join(" ");
  switch (one.what) {
    case "set-merged":
      return one.conflicts.length > 0
        ? [
            say("outside.set-merged", one),
            say("outside.set-conflicts", { count: one.conflicts.length }),
          ].join(" ")
        : say("outside.set-merged", one);
    case "set-carried":
      return one.conflicts.length > 0
        ? [
            say("outside.set-carried", one),
            say("outside.carried-conflicts", { count: one.conflicts.length }),
          ].join(" ")
        : say("outside.set-carried", one);
    case "registry":
      return together(
        say("outside.registry", one),
        ...(one.stayed > 0 ? [say("outside.registry-stayed", { count: one.stayed })] : []),
        ...(one.conflicts.length > 0
          ? [say("outside.registry-conflicts", { names: list(one.conflicts) })]
          : []),
      );
    case "text-changed":
      return say(one.canRestore ? "outside.text-changed" : "outside.text-changed-unknown", one);
    case "colleagues":
      return say("outside.colleagues", { names: list(one.names) });
    case "colleagues-lost":
      return say("outside.colleagues-lost", { title: one.title, names: list(one.names) });
    case "copies":
    case "conflicts":
      return say(`outside.${one.what}`, one);
    case "set-restored":
    case "set-joined":
      return together(say(`outside.${one.what}`, one));
    case "article-joined":
      return together(
        say("outside.article-joined", one),
        ...(one.differs ? [say("outside.article-differs")] : []),
        ...(one.otherText === null ? [] : [say("outside.article-other-text")]),
      );
    case "article-revised":
      return together(
        say("outside.article-revised", one),
        ...(one.otherText === null ? [] : [say("outside.revised-other-text")]),
      );
    case "file-restored":
    case "file-joined":
      return together(say(`outside.${one.what}`, one));
    case "project":
    case "tagset":
    case "tagset-refused":
      return together(say(`outside.${one.what}`));
    default:
      return say(`outside.${one.what}`, one);
  }
}
