// Takes the pictures of the papers anew, over the sample project: `npm run screenshots` after a build.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const root = fileURLToPath(new URL("..", import.meta.url));
const home = mkdtempSync(path.join(tmpdir(), "sayso-pictures-"));
const picture = (name) => path.join(root, "docs/screenshots", `${name}.png`);
const host = spawn(process.execPath, [path.join(root, "out/main/cli.js"), "serve", "--no-open"], {
  env: { ...process.env, SAYSO_HOME: home },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((resolve) => {
  let said = "";
  host.stdout.on("data", (chunk) => {
    said += chunk;
    const found = /http:\/\/\S+#\S+/u.exec(said);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.SAYSO_BROWSER ?? "/usr/bin/chromium",
  chromiumSandbox: false,
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(address);
  await page.getByRole("button", { name: "Open the sample project" }).waitFor();
  await page.screenshot({ path: picture("welcome-light") });
  await page.getByRole("button", { name: "Open the sample project" }).click();
  const article = page.getByRole("textbox", { name: /^Article:/u });
  await article.waitFor();
  await page.keyboard.press("F6");
  await article.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("j");
  for (const theme of ["Light", "Dark", "High contrast"]) {
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: theme }).click();
    await page.mouse.move(640, 10);
    await page.waitForTimeout(400);
    await page.screenshot({ path: picture(`workbench-${theme.toLowerCase().replace(" ", "-")}`) });
  }
} finally {
  await browser.close();
  const ended = once(host, "exit");
  host.kill();
  // It still writes while it ends.
  await ended;
  rmSync(home, { recursive: true, force: true });
}
