// The guideline, opened at the page about what is in focus, and the tagset's editor.
import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import { showView } from "../state/window/ui-state.ts";
import { type Action, type ActionContext, inSession } from "./action.ts";
import { enterPane } from "./panes.ts";

const writable = ({ workspace }: ActionContext): boolean => workspace.state.get().project?.readOnly === null;

export const guidelineActions: readonly Action[] = [
  inSession({
    id: "open-guideline",
    title: message("actions.open-guideline"),
    group: "view",
    keys: ["F1"],
    run({ session, ui }) {
      const { span, card } = session.focus();
      const type = span === null ? null : (get(session.annotations().set.spans, span)?.type ?? null);
      ui.patch({ guidelinePage: type ?? (card === null ? null : "card") });
      showView(ui, "guideline");
      requestAnimationFrame(() => enterPane("sidebar"));
    },
  }),
  {
    id: "edit-tagset",
    title: message("actions.edit-tagset"),
    group: "project",
    keys: [],
    enabled: writable,
    run: ({ ui }) => ui.patch({ dialog: "tagset", tagsetPlace: { tab: "types", page: null } }),
  },
];
