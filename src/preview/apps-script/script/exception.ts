/** What services throw; scripts see `Exception: …`, as on the platform. */
export class Exception extends Error {
  /** The scopes that the user would have to grant, where that is what is wrong. */
  readonly #scopes: string[] | undefined;

  constructor(message: string, scopes?: string[]) {
    super(message);
    this.name = 'Exception';
    this.#scopes = scopes;
  }

  static scopesOf(error: unknown): string[] | undefined {
    return error instanceof Exception ? error.#scopes : undefined;
  }
}
