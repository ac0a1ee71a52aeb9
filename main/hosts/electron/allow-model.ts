// Whether a model of the person's own may be started or asked: a box of the system's, which no page can answer.
import { BrowserWindow, dialog, type MessageBoxOptions } from "electron";
import { writtenOut } from "../../../shared/errors/visible-text.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import type { Words } from "../../../shared/words/say.ts";

/** Shows what would be started or asked, each argument on a line of its own; true when the person allows it. */
export async function allowModel({ name, way }: OwnModel, { say }: Words): Promise<boolean> {
  const parts = way.by === "command" ? way.command : [way.address];
  const options: MessageBoxOptions = {
    type: "warning",
    message: say("models.allow-title", { name }),
    detail: [say(`models.allow-${way.by}`), parts.map(writtenOut).join("\n"), say("models.allow-once")].join(
      "\n\n",
    ),
    buttons: [say("ui.cancel"), say("models.allow")],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
