// Prints a page of ours to PDF in a window that nobody sees and that can do nothing: no scripts, no preload, no requests.
import { BrowserWindow } from "electron";
import { offerToPrint } from "./pages-to-print.ts";

/** `page`: HTML that stands by itself. */
export async function printPdf(page: string): Promise<Uint8Array> {
  // Not as part of an address: those end at two megabytes.
  const { address, withdraw } = offerToPrint(page);
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
    await window.loadURL(address);
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    withdraw();
    window.destroy();
  }
}
