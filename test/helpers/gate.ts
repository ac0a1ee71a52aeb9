// A place in the code under test where somebody can be made to wait while the others go on.

/** Lets everybody pass until it is closed; then the first who comes waits until it is opened, and the others do not. */
export function gate() {
  let isClosed = false;
  let arrive = (): void => undefined;
  let open = (): void => undefined;
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return {
    close: () => {
      isClosed = true;
    },
    open: () => open(),
    reached: () => arrived,
    async pass() {
      if (!isClosed) return;
      isClosed = false;
      arrive();
      await opened;
    },
  };
}
