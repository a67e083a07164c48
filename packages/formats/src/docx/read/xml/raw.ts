import type { Element } from "./element.ts";

/**
 * An element as it is written in its part, without the descendants that are `cut`. Namespace declarations that hold
 * there beside the root's are written on it, so that it can stand anywhere below the root.
 */
export function raw(element: Element, cut: (each: Element) => boolean = () => false): string {
  const { part, from, to, scope } = element.place;
  let out = "";
  let at = from;
  const visit = (parent: Element): void => {
    for (const each of parent.children) {
      if (cut(each)) {
        out += part.slice(at, each.place.from);
        at = each.place.to;
      } else visit(each);
    }
  };
  visit(element);
  out += part.slice(at, to);
  return scope === "" ? out : declared(out, scope);
}

/** The children of an element as they are written, one string each, without what is `cut`. */
export function rawChildren(element: Element | null, cut: (each: Element) => boolean = () => false): string[] {
  return (element?.children ?? []).filter((each) => !cut(each)).map((each) => raw(each, cut));
}

/** The declarations that the element does not make anew itself; the innermost of each prefix holds. */
function declared(xml: string, scope: string): string {
  const end = /^<[^\s/>]+/.exec(xml)?.[0].length ?? 0;
  const tag = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(xml)?.[0] ?? "";
  const byPrefix = new Map([...scope.matchAll(/ (xmlns[^=]*)="[^"]*"/g)].map(([whole, name]) => [name ?? "", whole]));
  const missing = [...byPrefix].filter(([name]) => !new RegExp(`\\s${name}\\s*=`).test(tag)).map(([, whole]) => whole);
  return xml.slice(0, end) + missing.join("") + xml.slice(end);
}
