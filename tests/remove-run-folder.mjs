/** After all tests. */
export default () => globalThis.removeRunFolder();
