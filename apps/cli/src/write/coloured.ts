/**
 * The marks of a redline in the colours of a terminal: deletions red, insertions green. Control characters of the text
 * itself are not passed on to the terminal.
 */
export function coloured(marked: string): string {
  return marked
    .replace(/\p{Cc}/gu, (found) => (found === "\n" || found === "\t" ? found : "\uFFFD"))
    .replace(/\[-.*?-\]/gu, (found) => `\u001B[31m${found}\u001B[0m`)
    .replace(/\{\+.*?\+\}/gu, (found) => `\u001B[32m${found}\u001B[0m`);
}
