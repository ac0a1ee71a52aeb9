// The gallery guards the look. Parts of the window are compared with pictures, pixel by pixel; whole pages by the places of
// their boxes; and in no language may words be cut off. `npm run pictures` takes anew what changed on purpose, and shows it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page, type TestInfo, test } from "playwright/test";
import { type PreviewServer, preview } from "vite";
import { knownFaults } from "../gallery/faults.ts";
import { exhibitsWithLayout, settledLayout } from "../gallery/layouts.ts";
import { type Picture, parts, picturesOf, type State } from "../gallery/parts.ts";
import { repository } from "./drivers.ts";

type Box = Readonly<Record<"x" | "y" | "width" | "height", number>>;

const snapshots = join(repository, "test/e2e/gallery-snapshots");
const pictures = parts.flatMap(picturesOf);
const shown = [...new Set([...exhibitsWithLayout, ...parts.map(({ exhibit }) => exhibit)])];

/**
 * Two runs of one browser differ by one step of colour at edges that lie between two pixels, and in nothing else: two steps of
 * grey count as another colour already, and a handful of such pixels as another picture.
 */
const tolerance = { maxDiffPixels: 4, threshold: 0.005 };

let server: PreviewServer;
let page: Page;
const problems: string[] = [];

test.describe.configure({ mode: "default" });

test.use({
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  locale: "en-GB",
  timezoneId: "UTC",
  reducedMotion: "reduce",
});

// To load the page takes longer than anything else, so that all exhibits are shown in one.
test.beforeAll(async ({ browser }) => {
  server = await preview({
    configFile: join(repository, "test/gallery/vite.config.ts"),
    configLoader: "runner",
    logLevel: "error",
    preview: { host: "127.0.0.1", port: 0 },
  });
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.clock.setFixedTime("2026-03-03T14:05:00Z");
  await page.goto(`${server.resolvedUrls?.local[0]}?exhibit=none`);
  await page.locator("html[data-ready]").waitFor();
});
test.afterAll(async () => {
  await page.close();
  await server.close();
});
test.afterEach(() => expect(problems.splice(0)).toEqual([]));

for (const exhibit of shown)
  test(`${exhibit} looks as it did`, { tag: "@repetition" }, async ({ browserName: _any }, info) => {
    await page.evaluate((id) => window.gallery?.show(id, "en"), exhibit);
    if (exhibitsWithLayout.includes(exhibit)) await compareLayout(exhibit, info);
    await expectNoFaults(exhibit, "en");
    const own = pictures.filter(({ part }) => part.exhibit === exhibit);
    for (const theme of ["light", "dark", "high-contrast"] as const) {
      const inTheme = own.filter((picture) => picture.language === "en" && picture.theme === theme);
      if (inTheme.length === 0) continue;
      await page.evaluate((next) => window.gallery?.setTheme(next), theme);
      for (const picture of inTheme) await comparePicture(picture);
    }
    await page.evaluate((id) => window.gallery?.show(id, "de"), exhibit);
    await expectNoFaults(exhibit, "de");
    for (const picture of own.filter(({ language }) => language === "de")) await comparePicture(picture);
  });

test("no other exhibit cuts off its German words", { tag: "@repetition" }, async () => {
  const others = await page.evaluate(() => window.gallery?.exhibits ?? []);
  expect(others).toEqual(expect.arrayContaining(shown));
  for (const exhibit of others.filter((id) => !shown.includes(id))) {
    await page.evaluate((id) => window.gallery?.show(id, "de"), exhibit);
    await expectNoFaults(exhibit, "de");
  }
});

test(
  "no picture and no layout is kept that nothing is compared with",
  { tag: "@repetition" },
  ({ browserName: _any }, info) => {
    const compared = [
      ...pictures.map(({ name }) => `parts/${name}.png`),
      ...exhibitsWithLayout.map((exhibit) => `layouts/${exhibit}.txt`),
    ];
    const orphans = ["parts", "layouts"]
      .flatMap((folder) => readdirSync(join(snapshots, folder)).map((file) => `${folder}/${file}`))
      .filter((file) => !compared.includes(file));
    if (takesAnew(info)) for (const file of orphans) rmSync(join(snapshots, file));
    else expect(orphans).toEqual([]);
  },
);

const takesAnew = ({ config }: TestInfo): boolean =>
  config.updateSnapshots === "changed" || config.updateSnapshots === "all";

async function compareLayout(exhibit: string, info: TestInfo): Promise<void> {
  if (info.project.ignoreSnapshots) return;
  const file = join(snapshots, "layouts", `${exhibit}.txt`);
  const boxes = await page.evaluate(() => window.gallery?.boxes() ?? "");
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  const now = settledLayout(kept, boxes);
  if (takesAnew(info)) {
    mkdirSync(join(snapshots, "layouts"), { recursive: true });
    writeFileSync(file, now);
  } else expect.soft(now, `boxes of ${exhibit}`).toBe(kept);
}

async function expectNoFaults(exhibit: string, language: "en" | "de"): Promise<void> {
  const faults = await page.evaluate(() => window.gallery?.faults() ?? []);
  const known = knownFaults[`${exhibit} ${language}`] ?? [];
  expect.soft(faults, `words and buttons of ${exhibit} that have no room in “${language}”`).toEqual(known);
}

async function comparePicture({ name, part, state }: Picture): Promise<void> {
  // Panels that are not shown keep their boxes.
  const element = page.locator(part.find).filter({ visible: true }).first();
  await enter(state, element);
  const box = await element.evaluate((found): Box => {
    found.scrollIntoView({ block: "nearest", behavior: "instant" });
    return found.getBoundingClientRect().toJSON();
  });
  const clip = wholePixels(box, part.around);
  // The page of the gallery has no carets, and asks for no motion.
  const asItIs = { animations: "allow", caret: "initial" } as const;
  await expect.soft(page).toHaveScreenshot(["parts", `${name}.png`], { ...tolerance, ...asItIs, clip });
  await leave(state, element);
}

/** As the browser draws a box: where it lies between two pixels, a part that only moved would look another. */
function wholePixels({ x, y, width, height }: Box, around: number): Box {
  const [left, top] = [Math.round(x) - around, Math.round(y) - around];
  return {
    x: left,
    y: top,
    width: Math.round(x + width) + around - left,
    height: Math.round(y + height) + around - top,
  };
}

async function enter(state: State | null, element: Locator): Promise<void> {
  if (state === "hover") await element.hover();
  if (state === "focus") await element.focus();
}

async function leave(state: State | null, element: Locator): Promise<void> {
  if (state === "hover") await page.mouse.move(0, 0);
  if (state === "focus") await element.blur();
}
