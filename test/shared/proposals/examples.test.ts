// What is proposed for the common orders of English news: the claim stands in brackets, several pairs are its segments.
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { proposalsFor } from "../../../shared/proposals/index.ts";

/** The best proposal as `voice / cue`; "-" for what is not proposed, "" when nothing is. */
function read(marked: string): string {
  const segments: { start: number; end: number }[] = [];
  let text = "";
  for (const piece of marked.split(/(?=[[\]])|(?<=[[\]])/u)) {
    const open = segments.at(-1);
    if (piece === "[") segments.push({ start: text.length, end: text.length });
    else if (piece === "]" && open) segments[segments.length - 1] = { ...open, end: text.length };
    else text += piece;
  }
  const [best] = proposalsFor(articleTextOf(text), segments);
  const words = (range: { start: number; end: number } | null | undefined): string =>
    range ? text.slice(range.start, range.end) : "-";
  return best ? `${words(best.voice)} / ${words(best.cue)}` : "";
}

describe("a proposal", () => {
  it.each([
    // Behind a quotation.
    ["[“We will rebuild it,”] Ruiz said.", "Ruiz / said"],
    ["[“We will rebuild it,”] said Ruiz, the mayor.", "Ruiz / said"],
    [
      "[“We will rebuild it,”] harbour master Ana Ruiz said Tuesday in an interview.",
      "harbour master Ana Ruiz / said",
    ],
    ["[“Who pays?”] asked a spokesman for the port.", "a spokesman for the port / asked"],
    ["[“It is over,”] Ana Ruiz, the mayor of Tolm, said late on Friday.", "Ana Ruiz / said"],
    ["[“It is over,”] Sen. Ana Ruiz (D-Tolm) said.", "Sen. Ana Ruiz / said"],
    ["[“It is over,”] the official, who asked not to be named, said.", "the official / said"],
    ["[“It is over,”] she told reporters.", "she / told"],
    ["[“It is over,”] wrote Ruiz for Morning Herald.", "Ruiz for Morning Herald / wrote"],
    ['["It is over,"] officials say.', "officials / say"],
    ["[“It is over. They lost. We won,”] he said.", "he / said"],
    // Between two segments.
    [
      "[“We will rebuild it,”] Ruiz told The Port Herald on Monday, [“and we will not raise the toll.”]",
      "Ruiz / told",
    ],
    ["[“Never,”] he added. [“Not once.”]", "he / added"],
    ["[The bridge], he said, [will close].", "he / said"],
    // Behind a claim without quotation marks.
    ["[The bridge will close in May], the council said.", "the council / said"],
    ["[The bridge will close in May], according to two officials.", "two officials / according to"],
    ["[The bridge will close], said Ruiz.", "Ruiz / said"],
    // Before the claim.
    ["Ruiz said [that the bridge would close].", "Ruiz / said"],
    ["Ruiz said [the bridge would close].", "Ruiz / said"],
    ["Ruiz said Tuesday [that the bridge would close].", "Ruiz / said"],
    ["Ruiz said in an interview on Monday [that the bridge would close].", "Ruiz / said"],
    ["Ruiz told the council [that the bridge would close].", "Ruiz / told"],
    ["On Monday, the mayor of Tolm warned [that the bridge would close].", "the mayor of Tolm / warned"],
    ["In a statement Ruiz said [that it would close].", "Ruiz / said"],
    ["But Ruiz did not say [whether it would close].", "Ruiz / did not say"],
    ["Ruiz has repeatedly denied [that it would close].", "Ruiz / has repeatedly denied"],
    ["Ruiz declined to say [whether it would close].", "Ruiz / declined to say"],
    ["Ruiz also pointed out [that it was old].", "Ruiz / pointed out"],
    ["Ruiz said: [“It is over.”]", "Ruiz / said"],
    ["Ruiz added:\n\n[“It is over.”]", "Ruiz / added"],
    ["According to the port, [the bridge will close].", "the port / According to"],
    ["Ruiz and Vale said [that it was over].", "Ruiz and Vale / said"],
    ["People familiar with the matter said [it was over].", "People familiar with the matter / said"],
    ["The company agreed [to run more boats].", "The company / agreed"],
    ["She said that the company had agreed [to run boats].", "the company / had agreed"],
    ["She described the plan as [“a disaster”].", "She / described"],
    ["Ruiz on Tuesday said [that it was over].", "Ruiz / said"],
    ["Two officials over the weekend suggested [that it was over].", "Two officials / suggested"],
    // A participle speaks for the subject of its sentence.
    ["Ruiz praised the crews, saying [that they had worked all night].", "Ruiz / saying"],
    ["Ruiz said little, adding [that she was tired].", "Ruiz / adding"],
  ])("for %s is %s", (marked, expected) => {
    expect(read(marked)).toBe(expected);
  });

  it.each([
    "[The bridge will close in May.] Ruiz said so.",
    "Vale agreed during a call [to “rebuild it,”] Ruiz said.",
    "[“It is over.”] She adds, “We won.”",
    "Ruiz was told [that it would close].",
    "The claims [that it would close] were false.",
    "She wanted the reports [that it would close].",
    "Asked about [the plan], Ruiz said, “No.”",
    "It is clear [that it will close].",
    "[It rained].",
    "Ruiz, who understood [that it was over], told her aides to leave.",
  ])("is left to the annotator where none is plain: %s", (marked) => {
    expect(read(marked)).toBe("");
  });
});

describe("in another language, a proposal", () => {
  it.each([
    ["[„Wir bauen sie wieder auf“], sagte Bürgermeisterin Ruiz der Zeitung.", "Bürgermeisterin Ruiz / sagte"],
    ["Die Polizei teilte am Abend mit, [dass der Mann nicht verletzt ist].", "Die Polizei / teilte"],
    ["Laut der Polizei [ist die Brücke bis zum Montag gesperrt].", "der Polizei / Laut"],
    ["[« Nous ne céderons pas »], a déclaré la ministre à la presse.", "la ministre / a déclaré"],
    ["Le maire a affirmé [que le pont est fermé pour la journée].", "Le maire / a affirmé"],
  ])("%s", (marked, expected) => {
    expect(read(marked)).toBe(expected);
  });
});
