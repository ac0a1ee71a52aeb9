// The stand-in for the `electron` module of the main process. What it does not export cannot be imported: the entry then
// fails with the missing name.
export { app } from "./app.ts";
export { dialog, Menu, nativeTheme, shell } from "./desktop.ts";
export { powerMonitor } from "./power.ts";
export { ipcMain, protocol, session } from "./session.ts";
export { utilityProcess } from "./utility-process.ts";
export { StandInWindow as BrowserWindow } from "./window.ts";
