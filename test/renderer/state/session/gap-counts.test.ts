// The number of gaps is counted when somebody wants it, then follows every change.
import { expect, test } from "vitest";
import { createGapCounts } from "../../../../renderer/state/session/gap-counts.ts";
import { createAttribution, deleteSpan } from "../../../../shared/commands/index.ts";
import { applyChange, type Change } from "../../../../shared/model/change.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

test("counts once it is listened to, keeps up, and counts nothing again where only the registry is another", () => {
  const { context, annotations: first } = markedArticle("{c:claim|So}, {o:speaker|Orban} said.");
  let annotations = first;
  let tell: (update: { change: Change | null; replaced: boolean }) => void = () => undefined;
  const gaps = createGapCounts(
    {
      tagset: newsAttribution,
      set: () => annotations.set,
      subscribe: (listener) => {
        tell = listener;
      },
    },
    (run) => run(),
  );
  expect(gaps.get()).toBeNull();
  gaps.subscribe(() => undefined);
  expect(gaps.get()).toMatchObject({ "claim-without-card": 1, "mention-without-entity": 1 });

  const counted = gaps.get();
  tell({ change: null, replaced: true });
  expect(gaps.get()).toBe(counted);

  const carded = createAttribution.run(context, { span: "c" });
  if (!("change" in carded)) throw new Error("The card was refused.");
  annotations = applyChange(annotations, carded.change);
  tell({ change: carded.change, replaced: false });
  expect(gaps.get()).toMatchObject({ "claim-without-card": 0, "card-without-voice": 1 });

  const gone = deleteSpan.run({ ...context, annotations }, { span: "o" });
  if (!("change" in gone)) throw new Error("The span could not be deleted.");
  annotations = applyChange(annotations, gone.change);
  tell({ change: null, replaced: true });
  expect(gaps.get()).toMatchObject({ "card-without-voice": 1, "mention-without-entity": 0 });
});
