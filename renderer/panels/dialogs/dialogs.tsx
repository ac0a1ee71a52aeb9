// Shows the dialog that is open, if one is, and over it the question for a name, while something waits for that.
import type { ComponentType, ReactNode } from "react";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import type { Dialog } from "../../state/window/ui-state.ts";
import { FeedbackDialog } from "../agreement/feedback-dialog.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { AboutDialog } from "../articles/about-dialog.tsx";
import { ArticleNoteDialog, TagArticlesDialog } from "../articles/article-dialogs.tsx";
import { BringInDialog } from "../articles/bring-in-dialog.tsx";
import { BringInManyDialog } from "../articles/bring-in-many-dialog.tsx";
import { WatchDialog } from "../articles/watch-dialog.tsx";
import { FreshCopyDialog, SaveComparisonDialog } from "../changes/comparison-dialogs.tsx";
import { HandOverDialog } from "../exchange/hand-over-dialog.tsx";
import { OpenSharedDialog, StartFromPackage } from "../exchange/start-dialogs.tsx";
import { TakeInDialog } from "../exchange/take-in-dialog.tsx";
import { TeamDialog } from "../exchange/team-dialog.tsx";
import { WriteFiguresDialog } from "../insight/write-figures-dialog.tsx";
import { KeysDialog } from "../keys/keys-dialog.tsx";
import { OwnModelsDialog } from "../models/own-models-dialog.tsx";
import { BesideDialog, PaletteDialog } from "../palette/palette-dialog.tsx";
import { NewProjectDialog, OpenProjectDialog } from "../projects/project-dialogs.tsx";
import { RecordDialog } from "../record/record-dialog.tsx";
import { AcceptDialog } from "../review-decide/accept-dialog.tsx";
import { SettingsDialog } from "../settings/settings-dialog.tsx";
import { AcceptSuggestionsDialog } from "../suggestions/accept-suggestions-dialog.tsx";
import { TagsetDialog } from "../tagset/tagset-dialog.tsx";
import { VersionsDialog } from "../versions/versions-dialog.tsx";
import { AboutSaysoDialog, SaveReportDialog } from "./about-sayso-dialogs.tsx";
import {
  ChooseCardDialog,
  ChooseEnclosingCardDialog,
  ExclusionReasonDialog,
  OtherCardDialog,
} from "./card-dialogs.tsx";
import { ChooseAboutDialog, ChooseEntityDialog } from "./choose-entity-dialog.tsx";
import { ConflictsDialog, DroppedChangesDialog } from "./conflicts-dialog.tsx";
import { CopiesDialog, SaveCopyDialog } from "./copies-dialog.tsx";
import { ExamineDialog } from "./examine-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { NameDialog, NameQuestion, RenameProjectDialog } from "./name-dialog.tsx";
import { TrashDialog } from "./trash-dialog.tsx";

const recordOf = {
  "history-of-span": "span",
  "history-of-card": "card",
  "history-of-article": "article",
} as const;

/** The dialogs that need nothing but a way out. */
const plainDialogs = {
  name: NameDialog,
  "new-project": NewProjectDialog,
  "from-package": StartFromPackage,
  "open-project": OpenProjectDialog,
  "fresh-copy": FreshCopyDialog,
  "save-comparison": SaveComparisonDialog,
  "bring-in": BringInDialog,
  "bring-in-many": BringInManyDialog,
  watch: WatchDialog,
  "take-in": TakeInDialog,
  team: TeamDialog,
  "open-shared": OpenSharedDialog,
  feedback: FeedbackDialog,
  "save-copy": SaveCopyDialog,
  "rename-project": RenameProjectDialog,
  copies: CopiesDialog,
  conflicts: ConflictsDialog,
  examine: ExamineDialog,
  trash: TrashDialog,
  keys: KeysDialog,
  palette: PaletteDialog,
  "choose-beside": BesideDialog,
  settings: SettingsDialog,
  "about-sayso": AboutSaysoDialog,
  "save-report": SaveReportDialog,
  "own-models": OwnModelsDialog,
  "accept-together": AcceptDialog,
  "tag-articles": TagArticlesDialog,
  "write-figures": WriteFiguresDialog,
} as const satisfies Partial<Record<Dialog, ComponentType<{ onClose(): void }>>>;

const isPlain = (dialog: Dialog): dialog is keyof typeof plainDialogs => Object.hasOwn(plainDialogs, dialog);

export function Dialogs() {
  return (
    <>
      <OpenDialog />
      <NameQuestion />
    </>
  );
}

function OpenDialog() {
  const { ui } = usePanels();
  const session = useSession();
  const { workspace } = usePanels();
  const { dialog, tagsetPlace, aboutArticle } = useStore(ui, (state) => state);
  const project = useStore(workspace.state, (state) => state.project);
  const close = (): void => ui.patch({ dialog: null });
  if (dialog === "tagset")
    return project && <TagsetDialog project={project} place={tagsetPlace} onClose={close} />;
  if (dialog === "article-about") {
    const article = aboutArticle ?? session?.article.id;
    return article === undefined ? null : <AboutDialog article={article} onClose={close} />;
  }
  if (dialog === null) return <DroppedChangesDialog />;
  if (isPlain(dialog)) {
    const Content = plainDialogs[dialog];
    return <Content onClose={close} />;
  }
  return contentOf(dialog, session, close);
}

function contentOf(
  dialog: Exclude<Dialog, "tagset" | "article-about" | keyof typeof plainDialogs>,
  session: Session | null,
  onClose: () => void,
): ReactNode {
  switch (dialog) {
    case "hand-over":
      return <HandOverDialog session={session} onClose={onClose} />;
    case "export":
      return <ExportDialog session={session} onClose={onClose} />;
    case "versions":
      return <VersionsDialog session={session} onClose={onClose} />;
    case "history-of-span":
    case "history-of-card":
    case "history-of-article":
      return session && <RecordDialog session={session} of={recordOf[dialog]} onClose={onClose} />;
    case "accept-suggestions":
      return session && <AcceptSuggestionsDialog session={session} onClose={onClose} />;
    case "article-note":
      return session && <ArticleNoteDialog session={session} onClose={onClose} />;
    case "choose-entity":
      return session && <ChooseEntityDialog session={session} onClose={onClose} />;
    case "choose-card":
      return session && <ChooseCardDialog session={session} onClose={onClose} />;
    case "choose-about":
      return session && <ChooseAboutDialog session={session} onClose={onClose} />;
    case "choose-enclosing-card":
      return session && <ChooseEnclosingCardDialog session={session} onClose={onClose} />;
    case "move-to-card":
    case "merge-cards":
      return session && <OtherCardDialog session={session} purpose={dialog} onClose={onClose} />;
    case "exclusion-reason":
      return session && <ExclusionReasonDialog session={session} onClose={onClose} />;
  }
}
