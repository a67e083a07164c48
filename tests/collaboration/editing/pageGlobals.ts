import { Window } from "happy-dom";

/**
 * What the editor needs of a page, for tests that run beside a server: the environment of a whole page would put its own
 * requests, answers and sockets in the place of Node's. To be imported before the editor.
 */
const names = [
  "document",
  "window",
  "Node",
  "Element",
  "HTMLElement",
  "KeyboardEvent",
  "MutationObserver",
  "DOMParser",
  "CSS",
  "getComputedStyle",
  "getSelection",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "innerWidth",
  "innerHeight",
];

const page = new Window();
for (const name of names)
  Object.defineProperty(globalThis, name, { value: Reflect.get(page, name), configurable: true, writable: true });
