export type Child = Node | string | undefined | false;

interface Options {
  class?: string;
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
  /** Attributes; undefined and false leave one out, true writes it empty. */
  [attribute: string]: unknown;
}

/** An element with attributes, listeners and children. Strings become text nodes: nothing here parses markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name === 'on') continue;
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [type, listener] of Object.entries(options.on ?? {})) {
    element.addEventListener(type, listener as EventListener);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

let lastId = 0;
/** An id no other element of the page has. */
export function newId(): string {
  lastId += 1;
  return `id-${lastId}`;
}
