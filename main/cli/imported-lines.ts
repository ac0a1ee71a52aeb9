// What the command line says of articles that came in, and of what was left out.
import type { SkippedFile, TakenFile } from "../../shared/api/bringing-in.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import type { Words } from "../../shared/words/say.ts";

export function takenLine(
  { file, article, replacedCharacters, sameTextAs, versionOf, notes: read }: TakenFile,
  { say, tell }: Words,
): string {
  const notes = [
    ...read.map((note) => tell(note)),
    ...(replacedCharacters > 0 ? [say("cli.imported-replaced", { count: replacedCharacters })] : []),
    ...(sameTextAs === null ? [] : [say("cli.imported-same", { title: visibleText(sameTextAs) })]),
  ];
  if (versionOf !== null) {
    const key = versionOf.by === "text" ? "importing.nearly" : "importing.same-address";
    notes.push(say(key, { title: visibleText(versionOf.title) }));
  }
  const title = visibleText(article.title);
  const imported = say("cli.imported", { file: visibleText(file), title, id: article.id });
  return notes.length > 0 ? `${imported} (${notes.join("; ")})` : imported;
}

export function skippedLine({ file, same, as }: SkippedFile, { say }: Words): string {
  const why = say(`importing.same-${same}`, { title: visibleText(as) });
  return say("cli.import-skipped", { file: visibleText(file), why });
}
