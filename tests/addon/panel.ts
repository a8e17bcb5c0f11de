import type { AppsScript } from '../../src/preview/apps-script/apps-script.ts';
import type { CardNavigation, Execution, RenderActions, User } from '../../src/preview/apps-script/types.ts';

// biome-ignore lint/suspicious/noExplicitAny: card JSON, checked against card.proto by the emulator
type Json = any;

interface Shown {
  card: Json;
  /** What was typed or chosen, by field name; several where several are ticked. */
  typed: Record<string, string[]>;
}

export interface PanelOptions {
  locale?: string;
  platform?: 'WEB' | 'IOS' | 'ANDROID';
}

/**
 * Gmail's side panel in a test: it holds the stack of cards, presses buttons by the words on them, and sends what stands in
 * the inputs, as Gmail does. An input that is empty is not sent. A callback that fails fails the test, unless `errors` is on.
 */
export class Panel {
  /** The text of the last answer's notification. */
  notification = '';
  /** The last callback as it ran. */
  execution!: Execution;
  /** On: an error of the last callback is looked at instead of thrown. */
  errors = false;
  private stack: Shown[] = [];
  private messageId: string | undefined;
  private readonly script: AppsScript;
  readonly user: User;
  private readonly options: PanelOptions;

  constructor(script: AppsScript, user: User, options: PanelOptions = {}) {
    this.script = script;
    this.user = user;
    this.options = options;
  }

  openMail(messageId: string): Promise<this> {
    this.messageId = messageId;
    return this.trigger('onGmailMessage');
  }

  openHomepage(): Promise<this> {
    this.messageId = undefined;
    return this.trigger('onGmailHomepage');
  }

  /** Everything that is written on the card, one text a line, with the words of inputs and buttons. */
  get text(): string {
    return textsOf(this.card).join('\n');
  }

  get title(): string {
    return this.card.header?.title ?? '';
  }

  get card(): Json {
    const top = this.stack.at(-1);
    if (!top) throw new Error('The panel is empty');
    return top.card;
  }

  /** How many cards lie on each other. */
  get depth(): number {
    return this.stack.length;
  }

  get buttons(): string[] {
    return clickables(this.card).map(({ words }) => words);
  }

  /** What stands in the input of this label. */
  value(label: string): string {
    const input = this.input(label);
    return (this.top.typed[input.name] ?? presetOf(input))[0] ?? '';
  }

  /** The items of a list by their texts, whether each is chosen. */
  choices(label: string): [string, boolean][] {
    const input = this.input(label);
    const chosen = this.top.typed[input.name] ?? presetOf(input);
    return input.items.map((item: Json) => [item.text, chosen.includes(item.value)]);
  }

  hint(label: string): string {
    return this.input(label).hintText ?? '';
  }

  get labels(): string[] {
    return inputsOf(this.card).map((input) => input.label);
  }

  type(label: string, text: string): this {
    this.top.typed[this.input(label).name] = [text];
    return this;
  }

  /** Chooses an item of a drop-down list by its text. */
  choose(label: string, itemText: string): this {
    const input = this.input(label);
    this.top.typed[input.name] = [itemOf(input, itemText)];
    return this;
  }

  /** Chooses a radio button whose text begins so; the card hears of it where it listens. */
  async pick(label: string, itemText: string): Promise<this> {
    const input = this.input(label);
    this.top.typed[input.name] = [itemOf(input, itemText)];
    return input.onChangeAction ? this.callAction(parametersOf(input.onChangeAction)) : this;
  }

  /** Ticks the boxes whose texts begin so, or takes their ticks away. */
  tick(label: string, ...itemTexts: string[]): this {
    const input = this.input(label);
    const chosen = new Set(this.top.typed[input.name] ?? presetOf(input));
    for (const value of itemTexts.map((text) => itemOf(input, text))) {
      if (!chosen.delete(value)) chosen.add(value);
    }
    this.top.typed[input.name] = [...chosen];
    return this;
  }

  /** Ticks the box of this value, whatever its list is called, or takes its tick away. */
  tickValue(value: string): this {
    const [input, chosen] = this.boxOf(value);
    this.top.typed[input.name] = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    return this;
  }

  isTicked(value: string): boolean {
    return this.boxOf(value)[1].includes(value);
  }

  private boxOf(value: string): [Json, string[]] {
    const input = inputsOf(this.card).find(({ items }) => items?.some((item: Json) => item.value === value));
    if (!input) throw new Error(`No box stands for ${value}`);
    return [input, this.top.typed[input.name] ?? presetOf(input)];
  }

  /** Presses the button, or the line, with these words; of several the `nth`, from 0, or from the end with -1. */
  async press(words: string, nth = 0): Promise<this> {
    const found = clickables(this.card)
      .filter(({ words: own, alt }) => own === words || alt === words || alt.endsWith(`: ${words}`))
      .at(nth);
    if (!found) throw new Error(`Nothing says "${words}" here, only: ${this.buttons.join(' | ')}\n${this.whole}`);
    const { action } = found.onClick;
    if (!action) throw new Error(`"${words}" opens ${found.onClick.openLink?.url}`);
    return this.callAction(parametersOf(action));
  }

  /** What the button of these words would send. */
  parameters(words: string): Record<string, string> {
    return parametersOf(clickables(this.card).find((one) => one.words === words)?.onClick.action ?? {});
  }

  /** Where a line of these words leads: `mailto:`, `tel:`. */
  link(words: string): string | undefined {
    return clickables(this.card).find((candidate) => candidate.words === words)?.onClick.openLink?.url;
  }

  /** Gmail's back arrow. */
  back(): this {
    this.stack.pop();
    return this;
  }

  /** Calls the action as a button would, or as somebody who forges a call: any parameters, any form. */
  async callAction(
    parameters: Record<string, string>,
    form: Record<string, string | string[]> = this.form,
  ): Promise<this> {
    const execution = await this.run('onAction', 'action', parameters, form);
    const action = execution.response?.renderActions?.action;
    if (action) this.follow(action);
    return this;
  }

  /** What Gmail would send of the top card's inputs. */
  private get form(): Record<string, string[]> {
    if (this.stack.length === 0) return {};
    const pairs = inputsOf(this.card).map((input) => [input.name, this.top.typed[input.name] ?? presetOf(input)]);
    return Object.fromEntries(
      pairs
        .map(([name, values]) => [name, values.filter((value: string) => value !== '')])
        .filter(([, values]) => values.length > 0),
    );
  }

  private get top(): Shown {
    const top = this.stack.at(-1);
    if (!top) throw new Error('The panel is empty');
    return top;
  }

  private input(label: string): Json {
    const input = inputsOf(this.card).find((candidate) => candidate.label === label);
    if (!input) throw new Error(`No input "${label}" here, only: ${this.labels.join(' | ')}\n${this.whole}`);
    return input;
  }

  /** What a failure of a test has to say. */
  private get whole(): string {
    return [this.title, this.text, ...this.execution.logs].join('\n');
  }

  private async trigger(functionName: string): Promise<this> {
    const execution = await this.run(functionName, 'trigger', undefined, undefined);
    this.stack = [];
    if (execution.response?.action) this.follow(execution.response.action);
    return this;
  }

  private async run(
    functionName: string,
    kind: 'trigger' | 'action',
    parameters: Record<string, string> | undefined,
    form: Record<string, string | string[]> | undefined,
  ): Promise<Execution> {
    this.notification = '';
    this.execution = await this.script.run({
      user: this.user,
      functionName,
      kind,
      messageId: this.messageId,
      parameters,
      formInputs: form && Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()])),
      locale: this.options.locale ?? 'en-US',
      platform: this.options.platform ?? 'WEB',
      timeZone: { id: 'Asia/Tokyo', offset: 9 * 60 * 60 * 1000 },
    });
    if (this.execution.error && !this.errors) throw new Error(this.execution.error.message);
    return this.execution;
  }

  private follow({ navigations, notification }: RenderActions): void {
    this.notification = notification?.text ?? '';
    for (const navigation of navigations ?? []) this.step(navigation);
  }

  private step(navigation: CardNavigation): void {
    if ('pushCard' in navigation) this.stack.push({ card: navigation.pushCard, typed: {} });
    if ('pop' in navigation) this.stack.pop();
    if ('popToRoot' in navigation) this.stack.splice(1);
    if ('updateCard' in navigation) {
      const names = new Set(inputsOf(navigation.updateCard).map((input) => input.name));
      const kept = Object.entries(this.stack.pop()?.typed ?? {}).filter(([name]) => names.has(name));
      this.stack.push({ card: navigation.updateCard, typed: Object.fromEntries(kept) });
    }
  }
}

/** How often a service was called in an execution, e.g. `calls(execution, 'UrlFetchApp')`. */
export function calls({ calls: all }: Execution, service: string, method?: RegExp): number {
  return all.filter((call) => call.service === service && (!method || method.test(call.method))).length;
}

/** The texts that Google reads as HTML. */
export function htmlTexts(card: Json): string[] {
  const found: string[] = [];
  walk(card, (node) => {
    for (const kind of ['textParagraph', 'decoratedText']) if (node[kind]) found.push(node[kind].text);
  });
  return found;
}

function clickables(card: Json): { words: string; alt: string; onClick: Json }[] {
  const found: { words: string; alt: string; onClick: Json }[] = [];
  walk(card, (node) => {
    if (node.onClick)
      found.push({ words: plain(node.text ?? node.altText ?? ''), alt: node.altText ?? '', onClick: node.onClick });
  });
  return found;
}

function inputsOf(card: Json): Json[] {
  const found: Json[] = [];
  walk(card, (node) => {
    for (const kind of ['textInput', 'selectionInput']) if (node[kind]) found.push(node[kind]);
  });
  return found;
}

const presetOf = (input: Json): string[] =>
  input.items
    ? input.items.filter((item: Json) => item.selected).map((item: Json) => item.value ?? '')
    : [input.value ?? ''];

function itemOf(input: Json, text: string): string {
  const item =
    input.items.find((one: Json) => one.text === text) ?? input.items.find((one: Json) => one.text.startsWith(text));
  if (!item)
    throw new Error(`${input.label} has no ${text}, only: ${input.items.map((one: Json) => one.text).join(' | ')}`);
  return item.value ?? '';
}

const parametersOf = (action: Json): Record<string, string> =>
  Object.fromEntries((action.parameters ?? []).map(({ key, value }: Json) => [key, value ?? '']));

const textKeys = [
  'title',
  'subtitle',
  'header',
  'topLabel',
  'text',
  'bottomLabel',
  'label',
  'value',
  'hintText',
  'altText',
];

function textsOf(card: Json): string[] {
  const texts: string[] = [];
  walk(card, (node) => {
    for (const key of textKeys) if (typeof node[key] === 'string') texts.push(plain(node[key]));
  });
  return texts;
}

function walk(node: Json, visit: (node: Json) => void): void {
  if (!node || typeof node !== 'object') return;
  if (!Array.isArray(node)) visit(node);
  for (const [key, child] of Object.entries(node)) if (key !== 'parameters') walk(child, visit);
}

const plain = (html: string): string =>
  html
    .replace(/<br>/g, '\n')
    .replace(/<\/?(b|font)[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
