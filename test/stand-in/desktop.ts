// Electron's `dialog`, `Menu`, `nativeTheme` and `shell`: what a person would answer and choose is told by the test.
import type { Dialog, MenuItemConstructorOptions, NativeTheme, Shell } from "electron";
import { strict } from "./strict.ts";
import { StandInWindow } from "./window.ts";

/** What the next dialogs are answered with; an empty list means cancel. */
export const answers: (string | number | null)[] = [];
/** Titles and messages that were shown. */
export const boxes: string[] = [];

/** Dialogs take a window first, or none. */
function optionsIn<Options>(args: unknown[]): Options {
  return args.at(-1) as Options;
}

function nextPath(args: unknown[]): string | null {
  boxes.push(String(optionsIn<{ title?: string }>(args).title));
  const answer = answers.shift() ?? null;
  return typeof answer === "string" ? answer : null;
}

function nextButton(args: unknown[]): number {
  const { message, cancelId } = optionsIn<{ message: string; cancelId?: number }>(args);
  boxes.push(message);
  const answer = answers.shift() ?? null;
  return typeof answer === "number" ? answer : (cancelId ?? 0);
}

export const dialog = strict("dialog", {
  async showOpenDialog(...args: unknown[]) {
    const path = nextPath(args);
    // Several are told as lines.
    return { canceled: path === null, filePaths: path === null ? [] : path.split("\n") };
  },
  async showSaveDialog(...args: unknown[]) {
    const path = nextPath(args);
    return { canceled: path === null, filePath: path ?? "" };
  },
  async showMessageBox(...args: unknown[]) {
    return { response: nextButton(args), checkboxChecked: false };
  },
  showMessageBoxSync: (...args: unknown[]) => nextButton(args),
  showErrorBox(title: string, content: string) {
    boxes.push(title);
    process.stderr.write(`${title}\n${content}\n`);
  },
} satisfies Partial<Dialog>);

let applicationMenu: readonly MenuItemConstructorOptions[] = [];

export const Menu = strict("Menu", {
  buildFromTemplate(template: MenuItemConstructorOptions[]) {
    for (const item of itemsOf(template)) {
      const isComplete = item.role ?? item.label ?? (item.type === "separator" ? item.type : undefined);
      if (isComplete === undefined)
        throw new Error("Required option label, role or type is missing from a menu item");
    }
    return template;
  },
  setApplicationMenu(menu: MenuItemConstructorOptions[]) {
    applicationMenu = menu;
  },
});

/** Chooses an item, as a person would, in the window in front. */
export function chooseMenuItem(id: string): void {
  const item = itemsOf(applicationMenu).find((one) => one.id === id);
  if (item?.click === undefined) throw new Error(`The menu has no item ${id}`);
  Reflect.apply(item.click, item, [item, StandInWindow.getFocusedWindow(), {}]);
}

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

const isSystemDark = process.env.SAYSO_STAND_IN_THEME === "dark";

/** What the system draws is dark where the application says so, and as the system is where it leaves that to it. */
export const nativeTheme = strict("nativeTheme", {
  themeSource: "system" as NativeTheme["themeSource"],
  get shouldUseDarkColors(): boolean {
    return this.themeSource === "system" ? isSystemDark : this.themeSource === "dark";
  },
} satisfies Partial<NativeTheme>);

/** Addresses that were given to the system, for the person's browser. */
export const openedPages: string[] = [];

/** Files that were handed to the system. */
export const openedFiles: string[] = [];

export const shell = strict("shell", {
  async openPath(path: string) {
    openedFiles.push(path);
    return "";
  },
  showItemInFolder(path: string) {
    openedFiles.push(path);
  },
  async openExternal(address: string) {
    openedPages.push(address);
  },
} satisfies Partial<Shell>);
