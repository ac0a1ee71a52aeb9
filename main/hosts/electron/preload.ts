// Runs in the sandboxed window before the page and gives it two functions. Nothing of Electron itself reaches the page: what
// it hands over is data, and the functions it gives are called with data only.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";

contextBridge.exposeInMainWorld("sayso", {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke("call", name, input),
  subscribe(listener: (event: unknown) => void): () => void {
    const pass = (_event: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on("event", pass);
    return () => ipcRenderer.off("event", pass);
  },
});
