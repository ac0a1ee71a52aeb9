// The other ways in: several files and folders by the host's own dialog or picker, a locked document, what was copied with its form,
// and a folder that is watched. By keyboard.
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockedPdf } from "../helpers/locked-pdf.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, goToPath, openEmpty, pressWhenReady } from "./steps.ts";

const story = (number: number): string =>
  `Report ${number} of the harbour: ferries will run, the port said.\n`;

test("files and folders are chosen together, and a locked one is opened with its password", {
  tag: "@each-host",
}, async ({ launchApp, folder }) => {
  const { app, page } = await openEmpty(launchApp, folder, "Several");
  mkdirSync(join(folder, "files", "more"), { recursive: true });
  const paths = ["a.txt", "b.txt"].map((name) => join(folder, "files", name));
  for (const [at, path] of paths.entries()) writeFileSync(path, story(at));
  const locked = join(folder, "files", "locked.pdf");
  writeFileSync(locked, lockedPdf(["The bridge is shut, the mayor said."], "swordfish"));
  writeFileSync(join(folder, "files", "more", "c.txt"), story(7));

  await app.answerDialog([...paths, locked].join("\n"));
  await page.keyboard.press("ControlOrMeta+i");
  await page.getByRole("button", { name: "Choose an article…" }).press("Enter");
  if (app.driver === "browser") {
    const picker = page.getByRole("dialog", { name: "Choose an article" });
    await goToPath(picker, join(folder, "files"));
    for (const name of ["a.txt", "b.txt", "locked.pdf", "more"]) {
      await picker.getByRole("option", { name }).click();
      await pressWhenReady(picker.getByRole("button", { name: "Add to the list" }));
    }
    await expect(picker.getByRole("list", { name: "To be imported" }).getByRole("listitem")).toHaveCount(4);
    await expectAccessible(page);
    await picker.getByRole("button", { name: /^Leave out .*more$/ }).press("Enter");
    await pressWhenReady(picker.getByRole("button", { name: "Import", exact: true }));
  }
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await expect(dialog.getByText("3 files")).toBeVisible();
  await pressWhenReady(dialog.getByRole("button", { name: "Import", exact: true }));
  const result = page.getByRole("dialog", { name: "What was imported" });
  await expect(result.getByText("2 articles imported, 0 skipped, 1 refused")).toBeVisible();
  await result.getByLabel("Password of locked.pdf").fill("trout");
  await pressWhenReady(result.getByRole("button", { name: "Try again with the passwords" }));
  await expect(result.getByText("That is not the password of “locked.pdf”.")).toBeVisible();
  await result.getByLabel("Password of locked.pdf").fill("swordfish");
  await expectAccessible(page, { isRepetition: true });
  await result.getByLabel("Password of locked.pdf").press("Enter");
  await expect(result.getByText("3 articles imported, 0 skipped, 0 refused")).toBeVisible();
  await result.getByRole("button", { name: "Close", exact: true }).last().press("Enter");
  await expect(page.getByRole("option")).toHaveCount(3);
});

// The desktop asks for folders by a dialog of their own.
test("a single folder that is gathered in the picker is imported", {
  tag: ["@browser-host", "@repetition"],
}, async ({ launchApp, folder }) => {
  const { page } = await openEmpty(launchApp, folder, "One folder");
  mkdirSync(join(folder, "files", "inner"), { recursive: true });
  writeFileSync(join(folder, "files", "inner", "a.txt"), story(1));
  await page.keyboard.press("ControlOrMeta+i");
  await page.getByRole("button", { name: "Choose an article…" }).press("Enter");
  const picker = page.getByRole("dialog", { name: "Choose an article" });
  await goToPath(picker, join(folder, "files"));
  await picker.getByRole("option", { name: "inner" }).click();
  await pressWhenReady(picker.getByRole("button", { name: "Add to the list" }));
  await pressWhenReady(picker.getByRole("button", { name: "Import", exact: true }));
  await pressWhenReady(
    page
      .getByRole("dialog", { name: "Import articles" })
      .getByRole("button", { name: "Import", exact: true }),
  );
  await expect(page.getByText(/1 article imported/).first()).toBeVisible();
});

test("what was copied with its form keeps it, or comes as plain text", async ({ launchApp, folder }) => {
  const { page } = await openEmpty(launchApp, folder, "Pasting");
  const html =
    '<h1>Bridge to close</h1><p>The bridge <b>will</b> close.<img src="https://tracker.example/x.gif"></p><ul><li>East bank: closed</li></ul><blockquote>Nobody came here.</blockquote>';
  const text = "Bridge to close\n\nThe bridge will close.\n\n* East bank: closed\n\nNobody came here.";
  /** As a browser does when something was copied from a page. */
  const paste = () =>
    page.evaluate(
      ({ html, text }) => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        data.setData("text/plain", text);
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      },
      { html, text },
    );
  await page.getByRole("heading", { name: /^Articles/ }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await paste();
  const dialog = page.getByRole("dialog", { name: "Import article", exact: true });
  await expect(
    dialog.getByText("Pasted with formatting: headings, lists and quotes are kept."),
  ).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await pressWhenReady(dialog.getByRole("button", { name: "Import text" }));
  await expect(articleBox(page)).toContainText("Nobody came here.");
  await expect(page.getByRole("option", { name: /^Bridge to close/ })).toBeVisible();
  await expect(articleBox(page)).not.toContainText("* East bank");

  await page.keyboard.press("ControlOrMeta+i");
  await dialog.getByLabel("Or paste its text").focus();
  await paste();
  await expect(dialog.getByLabel("Or paste its text")).toHaveValue(text);
  await dialog.getByRole("switch", { name: "Keep headings, lists and quotes" }).press("Space");
  await expect(dialog.getByLabel("Or paste its text")).toBeEditable();
  await pressWhenReady(dialog.getByRole("button", { name: "Import text" }));
  await expect(articleBox(page)).toContainText("* East bank: closed");
});

test("a text pasted anywhere in the dialog is kept until it is in, under the title and authors that were confirmed", async ({
  launchApp,
  folder,
}) => {
  const { page } = await openEmpty(launchApp, folder, "Drafts");
  const text =
    "date 2025-10-14 Mayor Ana Hart walks over the bridge on Monday. (Ines Vidal/For the Vale Post)\n\n" +
    "By Ana Ruiz and Tom Ley Vale Post\n\nThe town said Tuesday that the bridge would close, to the surprise of its neighbours.";
  const dialog = page.getByRole("dialog", { name: "Import article", exact: true });
  const paste = () =>
    page.evaluate((words) => {
      const data = new DataTransfer();
      data.setData("text/plain", words);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }, text);
  await page.keyboard.press("ControlOrMeta+i");
  const choose = dialog.getByRole("button", { name: "Choose an article…" });
  await expect(choose).toBeFocused();
  expect(await choose.evaluate((button) => getComputedStyle(button).outlineStyle)).toBe("solid");
  await paste();
  await expect(dialog.getByLabel("Or paste its text")).toHaveValue(text);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await page.keyboard.press("ControlOrMeta+i");
  await expect(dialog.getByText("Pasted earlier, not imported yet.")).toBeVisible();
  await expect(dialog.getByLabel("Or paste its text")).toHaveValue(text);
  await expect(dialog.getByLabel("Title")).toHaveValue(
    "The town said Tuesday that the bridge would close, to the…",
  );
  await expect(dialog.getByLabel("Authors")).toHaveValue("Ana Ruiz\nTom Ley");
  await expectAccessible(page);
  await dialog.getByLabel("Title").fill("Bridge to close");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("option", { name: /^Bridge to close/ })).toBeVisible();
  await expect(articleBox(page)).toContainText("to the surprise of its neighbours.");

  await page.keyboard.press("ControlOrMeta+i");
  await expect(dialog.getByLabel("Or paste its text")).toHaveValue("");
});

test("a text that is too long is refused as it is pasted, and a long one comes in whole", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { page } = await openEmpty(launchApp, folder, "Long");
  const sentence = "The ferry is late, the port said. ";
  const paste = (count: number) =>
    page.evaluate(
      ([words, times]) => {
        const data = new DataTransfer();
        data.setData("text/plain", words.repeat(times));
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      },
      [sentence, count] as const,
    );
  await paste(300_000);
  await expect(page.getByText("The text of this article is too long (10,200,000 characters).")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Dismiss" }).press("Enter");

  const dialog = page.getByRole("dialog", { name: "Import article", exact: true });
  await page.keyboard.press("ControlOrMeta+i");
  await dialog.getByLabel("Or paste its text").fill(sentence.repeat(300_000));
  await expect(dialog.getByText("That is 10,200,000 characters")).toBeVisible();
  await expect(dialog.getByText("all of it is imported")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(dialog.getByLabel("Or paste its text")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await paste(6_000);
  await expect(
    dialog.getByText("204,000 characters; only the beginning is shown, but all of it is imported."),
  ).toBeVisible();
  await expectAccessible(page);
  await pressWhenReady(dialog.getByRole("button", { name: "Import text" }));
  await expect(page.getByText("204,000 characters, kept exactly as they came.")).toBeVisible();
});

test("what arrives in a watched folder comes in by itself, once it is whole", async ({
  launchApp,
  folder,
}) => {
  const { app, page } = await openEmpty(launchApp, folder, "Watching");
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  writeFileSync(join(inbox, "1.txt"), story(1));
  await app.answerDialog(inbox);
  await page.keyboard.press("ControlOrMeta+k");
  await page
    .getByRole("dialog")
    .getByRole("searchbox")
    .or(page.getByRole("dialog").getByRole("combobox"))
    .first()
    .fill("Watch a folder");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Watch a folder" });
  await pressWhenReady(dialog.getByRole("button", { name: "Choose a folder…" }));
  if (app.driver === "browser") {
    const picker = page.getByRole("dialog", { name: "Choose the folder to watch" });
    await goToPath(picker, inbox);
    await pressWhenReady(picker.getByRole("button", { name: "Watch this folder" }));
  }
  await expect(dialog.getByText(`Watched: ${inbox}`)).toBeVisible();
  await expect(dialog.getByText("1 article imported, 0 skipped, 0 refused")).toBeVisible();
  await dialog.getByLabel("New files").selectOption("offer");
  writeFileSync(join(inbox, "slow.txt"), "The first half, ");
  appendFileSync(join(inbox, "slow.txt"), "and the second, he said.\n");
  await expect(dialog.getByText("inbox/slow.txt")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: "1 new file waits" }).press("Enter");
  await dialog.getByRole("button", { name: "Import the file" }).press("Enter");
  await expect(dialog.getByText("2 articles imported, 0 skipped, 0 refused")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Watched folder: 2 imported" })).toBeVisible();
});

test("of a folder that is dropped, all that cannot be read is named, and the rest is imported", async ({
  launchApp,
  folder,
}) => {
  const { page } = await openEmpty(launchApp, folder, "Half readable");
  await page.evaluate(() => {
    const file = (name: string, content: string | null) => ({
      ...{ isFile: true, isDirectory: false, name },
      file: (found: (file: File) => void, lost: (error: DOMException) => void) =>
        content === null ? lost(new DOMException("gone", "NotFoundError")) : found(new File([content], name)),
    });
    const entries = [
      file("gone.txt", null),
      file("locked.txt", null),
      file("here.txt", "The ferry is late, the port said.\n"),
    ];
    const folder = {
      ...{ isFile: false, isDirectory: true, name: "press" },
      createReader: () => ({ readEntries: (give: (some: unknown[]) => void) => give(entries.splice(0)) }),
    };
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true });
    const items = [{ webkitGetAsEntry: () => folder }];
    Object.defineProperty(drop, "dataTransfer", {
      value: { types: ["Files"], items, files: [], getData: () => "" },
    });
    window.dispatchEvent(drop);
  });
  for (const name of ["gone", "locked"])
    await expect(
      page.getByRole("alert").filter({ hasText: `“press/${name}.txt” can no longer be read.` }),
    ).toBeVisible();
  await expect(page.getByRole("dialog")).toContainText("here.txt");
});
