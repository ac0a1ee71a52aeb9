// `sayso assign` and `progress`: who annotates what, and how far they are.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

const project = async (): Promise<string> => {
  const { path } = await writeReviewProject(place.at("project"), ["Ana", "Ben"]);
  return path;
};

describe("assign and progress", () => {
  it("assign every article to people, new ones too, and take it back", async () => {
    const path = await project();
    const made = await place.sayso("assign", path, "--to", "Ben", "--to", "Cem", "--as", "Ana");
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(made.out.split("\n").filter((line) => line.endsWith("\tCem"))).toHaveLength(2);
    const told = await place.sayso("progress", path);
    expect(told.out).toMatch(/^Cem\tAssigned 2$/mu);
    expect(told.out).toMatch(/^Articles\tIn progress 2$/mu);
    const json = JSON.parse((await place.sayso("progress", path, "--json")).out);
    expect(json.people.map(({ totals }: { totals: { assigned: number } }) => totals.assigned)).toEqual([
      0, 0, 2,
    ]);
    await place.sayso("assign", path, "--to", "Cem", "--release");
    expect((await place.sayso("progress", path)).out).toMatch(/^Cem\t$/mu);
  });

  it("draw the same from the same seed, and only tell when asked to", async () => {
    const path = await project();
    const draw = ["assign", path, "--to", "Ana", "--to", "Ben", "--share", "50%", "--seed", "spring"];
    const dry = await place.sayso(...draw, "--dry-run");
    expect(dry.out.trim().split("\n")).toHaveLength(2);
    expect((await place.sayso(...draw, "--dry-run")).out).toBe(dry.out);
    expect((await place.sayso(...draw, "--as", "Ana")).out).toBe(dry.out);
    expect((await place.sayso(...draw)).out).toBe("");
  });

  it("refuse what makes no sense", async () => {
    const path = await project();
    const status = async (...args: string[]) =>
      (await place.sayso("assign", path, ...args, "--as", "Ana")).status;
    expect(await status()).toBe(2);
    expect(await status("--to", "Ben", "--share", "120", "--seed", "x")).toBe(2);
    expect(await status("--to", "Ben", "--share", "10")).toBe(2);
    expect(await status("--to", "Ben", "--release", "--share", "10", "--seed", "x")).toBe(2);
    expect(await status("--to", "Ben", "--article", "gone")).toBe(1);
    expect(await status("--to", "Nobody", "--release")).toBe(1);
  });
});
