// Questions of a window to its host: settings, dialogs, folders.
import { z } from "zod";
import { limits } from "../../schema/limits.ts";
import { languages } from "../../words/language.ts";
import type { SystemOpening } from "../opening.ts";
import { somePreferences } from "../preferences-schema.ts";
import { type BundledWork, type FolderListing, type HostInfo, type Settings, themes } from "../replies.ts";
import { method, name, none, path } from "./method.ts";

const theme = z.enum(themes);

const language = z.enum(["system", ...languages]);

export const hostMethods = {
  "host.info": method<HostInfo>()(none),
  /** What the system asked to be opened in this window and no window has taken yet, the oldest first; it is told once. */
  "host.openings": method<{ readonly openings: readonly SystemOpening[] }>()(none),
  /** The works of others in this program. Throws `file-missing` where it is run from its sources. */
  "host.works": method<{ readonly works: readonly BundledWork[] }>()(none),
  /** What somebody who mends Sayso has to know: what runs where, and what the log says, with `~` for the person's own folder. Nothing is sent. */
  "report.get": method<{ readonly text: string }>()(none),
  /** Writes such a text, to the letter as it was told lately; another one is refused as `input-invalid`. */
  "report.write": method<{ readonly path: string; readonly bytes: number }>()(
    z.strictObject({ text: z.string().max(limits.reportLength), path, overwrite: z.boolean() }),
  ),
  "settings.get": method<Settings>()(none),
  "settings.set": method<Settings>()(
    z.strictObject({
      annotatorName: name.exactOptional(),
      theme: theme.exactOptional(),
      language: language.exactOptional(),
      ...somePreferences,
    }),
  ),
  "settings.forgetProject": method<Settings>()(z.strictObject({ path })),
  "dialog.choose": method<{ path: string | null }>()(
    z.strictObject({
      purpose: z.enum([
        "open-project",
        "new-project",
        "open-article",
        "open-tagset",
        "open-review",
        "save-export",
      ]),
      suggestedName: name.exactOptional(),
    }),
  ),
  /** Several files, or folders; none when the person thought better of it. */
  "dialog.chooseSeveral": method<{ readonly paths: readonly string[] }>()(
    z.strictObject({ purpose: z.enum(["open-articles", "open-folders"]) }),
  ),
  /**
   * Opens a page of the web in the person's browser, once they have said so in a box of the system's; false when they thought better of
   * it. Throws `page-not-opened` for what is no address of one and where the system does not open it, `dialog-unsupported` in a browser,
   * which opens links itself.
   */
  "dialog.openPage": method<{ readonly opened: boolean }>()(
    z.strictObject({ address: z.string().max(limits.factLength) }),
  ),
  "files.list": method<FolderListing>()(z.strictObject({ path: path.nullable() })),
  "files.makeFolder": method<{ path: string }>()(z.strictObject({ parent: path, name })),
} as const;
