// The context of every handler: the world around the core, passed in once.
import type { Event, HostInfo, Input } from "../../shared/api/contract.ts";
import type { SystemOpening } from "../../shared/api/opening.ts";
import type { Id, NewId, Now } from "../../shared/model/id.ts";
import type { OwnModel } from "../../shared/suggestions/own-model.ts";
import type { Disk } from "../storage/files/disk.ts";
import type { SetAside } from "../storage/home/set-aside.ts";
import type { SettingsStore } from "../storage/home/settings.ts";
import type { Log } from "./log.ts";
import type { Processes } from "./processes/processes.ts";

export interface CoreOptions {
  readonly host: HostInfo["host"];
  readonly version: string;
  /** The system's, BCP 47 tags; absent: the window asks its browser. */
  readonly languages?: readonly string[];
  /** Folder of this person's settings, logs and the sample project's copy. */
  readonly home: string;
  /** The same for several files or folders. */
  readonly chooseSeveral?: (purpose: Input<"dialog.chooseSeveral">["purpose"]) => Promise<readonly string[]>;
  /** Shows the native dialog; absent: `dialog.choose` answers `dialog-unsupported`. */
  readonly choose?: (
    purpose: Input<"dialog.choose">["purpose"],
    suggestedName?: string,
  ) => Promise<string | null>;
  /**
   * Asks the person, where no page can answer, and opens the address in their browser; throws `page-not-opened`. Absent: `dialog.openPage`
   * answers `dialog-unsupported`.
   */
  readonly openPage?: (address: string) => Promise<boolean>;
  /** Asks the person, where no page can answer, whether this may be started or asked; absent: they say it themselves on the command line. */
  readonly allowModel?: {
    readonly where: "dialog" | "terminal";
    /** `signal`: the core is closing. */
    ask(model: OwnModel, signal: AbortSignal): Promise<boolean>;
  };
  /**
   * Asks the person, where no page can answer, whether git may reach this address, to share a project there or to take one from there; absent:
   * they do it themselves on the command line. `signal`: nobody waits for the answer any more.
   */
  readonly allowAddress?: (address: string, signal: AbortSignal) => Promise<boolean>;
  /** Hands over what the system asked to be opened in this window; absent: it asks nothing. */
  readonly openings?: (client: Id) => readonly SystemOpening[];
  /** The file in which the build lists the works of others; absent: nobody is told. */
  readonly worksFile?: string;
  /** Prints a page of HTML that stands by itself to PDF; absent: a file that ends in `.pdf` is refused. */
  readonly printPdf?: (page: string) => Promise<Uint8Array>;
  /** Milliseconds before the first backup and between two; absent: the usual ones; `null`: no backups are made. */
  readonly backupPauses?: { readonly first: number; readonly between: number } | null;
  /** Milliseconds for looking at what others do in a project's folder; absent: the usual ones; `null`: only when asked. */
  readonly watchPauses?: { readonly hint: number; readonly poll: number } | null;
  /** Milliseconds for which a file that makes no sense may still be on its way; absent: the usual ones. */
  readonly outsidePatience?: number;
  /** The file system; absent: the real one. */
  readonly disk?: Disk;
  /** Absent: ids of random bytes. */
  readonly newId?: NewId;
  /** Those in which it works; whoever made them ends them. Absent: its own, as plain Node starts them. */
  readonly processes?: Processes;
}

export interface CoreContext {
  readonly options: CoreOptions;
  readonly disk: Disk;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly newId: NewId;
  readonly now: Now;
  readonly processes: Processes;
  readonly setAside: SetAside;
  /** Aborted when the core is closed: what runs beside it ends. */
  readonly closing: AbortSignal;
  /** `to` undefined: for every client. */
  emit(event: Event, to?: Id): void;
}
