/** What is built when it is first asked for, and once: opening a mail needs few of the tables. */
export function lazy<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}
