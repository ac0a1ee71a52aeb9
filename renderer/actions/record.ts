// What was ever done to the article, or to the span or card in focus.
import { message } from "../../shared/words/message.ts";
import { type Action, inSession } from "./action.ts";

export const recordActions: readonly Action[] = [
  inSession({
    id: "history-of-span",
    title: message("history.record-span"),
    group: "span",
    keys: [],
    enabled: ({ session }) => session.focus().span !== null,
    run: ({ ui }) => ui.patch({ dialog: "history-of-span" }),
  }),
  inSession({
    id: "history-of-card",
    title: message("history.record-card"),
    group: "card",
    keys: [],
    enabled: ({ session }) => session.focus().card !== null,
    run: ({ ui }) => ui.patch({ dialog: "history-of-card" }),
  }),
  inSession({
    id: "history-of-article",
    title: message("history.record-article"),
    group: "project",
    keys: [],
    run: ({ ui }) => ui.patch({ dialog: "history-of-article" }),
  }),
];
