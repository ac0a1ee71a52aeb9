// Makes what the stand-in lacks loud: reading a member that is not there throws with its name, instead of being undefined.

export function strict<T extends object>(name: string, value: T): T {
  return new Proxy(value, {
    get(target, member, receiver) {
      if (typeof member === "string" && member !== "then" && !(member in target)) {
        throw new Error(`The stand-in for Electron has no ${name}.${member}`);
      }
      return Reflect.get(target, member, receiver);
    },
  });
}
