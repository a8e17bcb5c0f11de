import { serviceType } from './signature.ts';

/** An object of a service: its methods, and a name for error messages. It shows nothing else to JSON. */
export function serviceObject<M extends object>(type: string, methods: M): M {
  const prototype = { [serviceType]: type, toString: () => type.slice(type.lastIndexOf('.') + 1) };
  return Object.assign(Object.create(prototype), methods) as M;
}
