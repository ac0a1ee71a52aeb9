// The answer to electron-builder's question, before it packs, whether it is to look for packages: everything is in the bundle.

export default () => false;
