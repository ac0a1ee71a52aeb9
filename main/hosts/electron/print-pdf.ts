// Prints a page of ours to PDF in a window that nobody sees and that can do nothing: no scripts, no preload, no requests.
import { BrowserWindow } from "electron";

/** `page`: HTML that stands by itself. */
export async function printPdf(page: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(page, "utf8").toString("base64")}`,
    );
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    window.destroy();
  }
}
