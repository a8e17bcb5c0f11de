/** The choice an option names. Throws an Error that lists them all when it names none. */
export function oneOf<T extends string>(choices: readonly T[], value: string, option: string): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new Error(`${option} is one of ${choices.join(', ')}, not ${JSON.stringify(value)}`);
  return choice;
}
