// What the marks of an article say of their card follows the registry, and is built again only where it reads otherwise.
import type { Decoration } from "prosemirror-view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAnnotationLayer } from "../../../renderer/editor/annotation-layer.ts";
import { articleDocument } from "../../../renderer/editor/article-document.ts";
import { layoutOf } from "../../../renderer/editor/layout.ts";
import {
  createAttribution,
  createEntity,
  mergeEntities,
  setField,
  setNote,
  tagSelection,
  updateEntity,
} from "../../../shared/commands/index.ts";
import { records } from "../../../shared/model/table.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { text } from "../../main/core/workplace.ts";
import { desk, saved, shownSession } from "./desk.ts";

beforeEach(() => {
  vi.stubGlobal("document", { adoptedStyleSheets: [] });
  vi.stubGlobal("window", { innerHeight: 1_000 });
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync(): void {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** An article whose first paragraph has the speaker “Mayor” in a card, and the marks that the page would show. */
async function shown() {
  const here = await desk();
  const session = shownSession(here);
  const tag = (words: string, type = "speaker", card: string | null = null): void => {
    const start = text.indexOf(words);
    const range = { start, end: start + words.length };
    session.run(tagSelection, { range, type, snap: true, card });
  };
  const words = createWords(localeFor("en", []));
  const layout = layoutOf(session.text);
  const doc = articleDocument(session.text.text, layout, []);
  const drawn = { count: 0 };
  const layer = createAnnotationLayer(session, layout, words, () => {
    drawn.count += 1;
  });
  const paragraph = () => layer.decorations().forChild(0, doc.child(0)).forChild(0, doc.child(0).child(0));
  const attributes = (name: string): readonly string[] => {
    const source = paragraph();
    const decorations: readonly Decoration[] = Reflect.get(source, "locals").call(
      source,
      doc.child(0).child(0),
    );
    return decorations.map((one) => Reflect.get(Reflect.get(one, "type"), "attrs")[name]);
  };
  const descriptions = (): readonly string[] => attributes("aria-description");
  return { ...here, session, tag, drawn, paragraph, attributes, descriptions, layer };
}

test("marks say the name that the registry gives their entity, also where it is merged, and after that is taken back", async () => {
  const here = await shown();
  const { session, tag, descriptions, workspace } = here;
  for (const words of ["she", "Mayor"]) {
    tag(words);
    session.run(createEntity, { span: session.focus().span ?? "" });
  }
  session.run(createAttribution, { span: session.focus().span ?? "" });
  await saved(here);
  const entities = [...records(session.annotations().entities)];
  const [she, mayor] = ["she", "Mayor"].map((name) => entities.find((one) => one.name === name)?.id ?? "");
  const said = (name: string): readonly string[] => [`Speaker. Card: ${name}: ?`, "Speaker, in no card"];
  expect(descriptions()).toEqual(said("Mayor"));
  expect(await workspace.registry.run(updateEntity, { entity: mayor ?? "", name: "Ines Duarte" })).toBeNull();
  expect(descriptions()).toEqual(said("Ines Duarte"));
  await workspace.history.undo();
  expect(descriptions()).toEqual(said("Mayor"));
  expect(
    await workspace.registry.run(mergeEntities, { entities: [mayor ?? ""], into: she ?? "" }),
  ).toBeNull();
  expect(descriptions()).toEqual(said("she"));
});

test("a value and a note of a card draw nothing again, and another mark in it draws once", async () => {
  const { session, tag, drawn, paragraph, descriptions } = await shown();
  tag("Mayor");
  session.run(createAttribution, { span: session.focus().span ?? "" });
  const card = session.focus().card ?? "";
  const before = paragraph();
  const count = drawn.count;
  const outcomes = [
    session.run(setField, { card, field: "polarity", value: "denies" }),
    session.run(setNote, { card, note: "Not sure." }),
  ];
  expect(outcomes.filter((outcome) => "refusal" in outcome)).toEqual([]);
  expect(drawn.count).toBe(count);
  expect(paragraph()).toBe(before);
  tag("said", "cue", card);
  expect(drawn.count).toBe(count + 1);
  expect(descriptions()).toEqual(["Speaker. Card: Mayor said: ?", "Cue. Card: Mayor said: ?"]);
});

test("on paper stand the marks alone, without what is suggested and the names of the card in focus", async () => {
  const { session, tag, attributes, layer } = await shown();
  tag("Mayor");
  session.run(createAttribution, { span: session.focus().span ?? "" });
  const at = text.indexOf("said");
  session.ghosts.set({ suggested: [], proposed: [{ type: "cue", slot: "cue", start: at, end: at + 4 }] });
  const drawn = () => [attributes("CLASS").join(" "), attributes("data-label").filter(Boolean)] as const;
  const onScreen = drawn();
  expect([onScreen[0].includes("ghost"), onScreen[1]]).toEqual([true, ["Voice", "Cue?"]]);
  layer.print(true);
  expect([attributes("CLASS").length, drawn()[0].includes("ghost"), drawn()[1]]).toEqual([1, false, []]);
  expect(layer.stepsBack()).toBe(false);
  layer.print(false);
  expect(drawn()).toEqual(onScreen);
});
