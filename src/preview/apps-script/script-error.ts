/** An error that a service throws into the script, where it appears as `Exception: …` and can be caught. */
export class ScriptError extends Error {
  /** @param authorization the scopes that the user would have to grant, where that is what is wrong */
  constructor(
    message: string,
    readonly authorization?: { scopes: string[] },
  ) {
    super(message);
  }
}

/** An error that ends the execution at once; the script cannot catch it. */
export class ExecutionEnded extends ScriptError {}
