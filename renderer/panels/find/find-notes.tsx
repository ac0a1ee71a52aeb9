// What there is to say of a search: that it runs, what it could not do, and that there is more than it shows.

import { explain } from "../../../shared/errors/explain.ts";
import { mostHits, patternTime } from "../../../shared/search/query.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { useFind, useFindState } from "./use-find.ts";

export function FindNotes() {
  const { say, tell, number, list } = useWords();
  const find = useFind();
  const { searching, result, problem, isPattern, names } = useFindState((state) => state);
  // The form says by itself that a pattern cannot be read.
  const told = problem?.problem === "pattern-invalid" && isPattern && !names ? null : problem;
  const notes: string[] = [];
  if (told) {
    const { what, advice } = explain(told);
    notes.push(`${tell(what)} ${tell(advice)}`);
  }
  if (result && !searching) {
    if (result.articles.length === 0 && result.stopped === null) notes.push(say("search.nothing-found"));
    if (result.stopped === "many") notes.push(say("search.more", { most: mostHits }));
    if (result.stopped === "slow") notes.push(say("search.slow", { seconds: patternTime / 1_000 }));
    if (result.stopped === "asked") notes.push(say("search.stopped"));
    if (result.unread.length > 0) {
      const some = result.unread.slice(0, 3);
      const more = result.unread.length - some.length;
      notes.push(
        say("search.unread", { titles: list(more > 0 ? [...some, say("search.others", { more })] : some) }),
      );
    }
  }
  const count = result?.articles.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  return (
    <div className="find-notes">
      <p className="visually-hidden" role="status">
        {!searching && result ? say("search.found", { count, shown: number(count) }) : ""}
      </p>
      {searching && (
        <p className="find-running quiet">
          {say("search.searching")}{" "}
          <Button look="quiet-button" onPress={find.stop}>
            {say("search.stop")}
          </Button>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="find-note">
          {note}
        </p>
      ))}
    </div>
  );
}
