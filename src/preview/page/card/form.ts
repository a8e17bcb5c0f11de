/** One input of a card. Switches may share a name and differ in their value; other names are unique. */
export interface Field {
  name: string;
  /** A switch's value, which tells it from others of its name. */
  value?: string;
  /** What would be sent: nothing for an empty or switched-off input, as in Gmail. */
  values(): string[];
  /** Puts values back that the user had typed into an earlier version of the card. */
  restore(values: string[]): void;
  /** What is wrong with what was typed; undefined when nothing is. */
  problem(): string | undefined;
  /** Shows the message at the input; undefined takes it away. */
  show(problem: string | undefined): void;
  focus(): void;
}

/** The inputs of one card: collects what an event carries and checks what an action requires. */
export class Form {
  readonly #fields: Field[] = [];
  readonly #touched = new Set<Field>();

  add(field: Field): void {
    this.#fields.push(field);
  }

  /** The user changed this field: an update of the card keeps its value. */
  touch(field: Field): void {
    this.#touched.add(field);
  }

  /** As `commonEventObject.formInputs` has them: name to values. */
  values(): Record<string, string[]> {
    const inputs: Record<string, string[]> = {};
    for (const field of this.#fields) {
      const values = field.values();
      if (values.length > 0) inputs[field.name] = [...(inputs[field.name] ?? []), ...values];
    }
    return inputs;
  }

  /**
   * Whether an action may go out that needs these fields (`all`: every one). Those that are empty or wrong say so and the
   * first gets the focus.
   */
  check(required: string[] | 'all', requiredMessage: string): boolean {
    const inputs = this.values();
    const wrong = this.#fields.filter((field) => {
      if (required !== 'all' && !required.includes(field.name)) return false;
      const problem = inputs[field.name] ? field.problem() : requiredMessage;
      field.show(problem);
      return problem !== undefined;
    });
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  /** Takes over what the user changed in `earlier`, input by input (Navigation.updateCard keeps typed values). */
  takeOver(earlier: Form): void {
    for (const field of this.#fields) {
      const typed = earlier.#fields.find(({ name, value }) => name === field.name && value === field.value);
      if (!typed || !earlier.#touched.has(typed)) continue;
      field.restore(typed.values());
      this.#touched.add(field);
    }
  }
}
