/** Where the server says what it does. Texts, tickets and secrets are never given to it. */
export interface Logger {
  /** Something that happened, with facts that are ids, numbers and names of routes. */
  info(message: string, facts?: Readonly<Record<string, string | number | null>>): void;
  /** Something that went wrong. */
  error(error: unknown): void;
}

/** What a logger works with. */
export interface LoggerParts {
  /** `json`: one object a line, for programs; `text`: for people. */
  readonly format: "json" | "text";
  readonly clock: () => Date;
  /** Takes whole lines. */
  readonly write: (line: string) => void;
}

/** A logger that writes lines. */
export function createLogger({ format, clock, write }: LoggerParts): Logger {
  function line(level: "info" | "error", message: string, facts: object): void {
    if (format === "json") write(`${JSON.stringify({ at: clock().toISOString(), level, message, ...facts })}\n`);
    else if (level === "error") write(`${stackIn(facts) ?? message}\n`);
    else if (Object.keys(facts).length === 0) write(`${message}\n`);
  }
  return {
    info: (message, facts = {}) => line("info", withoutTokens(message), facts),
    error(error) {
      const message = withoutTokens(error instanceof Error ? error.message : String(error));
      const stack = error instanceof Error && error.stack !== undefined ? { stack: withoutTokens(error.stack) } : {};
      line("error", message, stack);
    },
  };
}

function stackIn(facts: object): string | undefined {
  const stack: unknown = Reflect.get(facts, "stack");
  return typeof stack === "string" ? stack : undefined;
}

/** An address in an error may carry a ticket or a password: its query and its user are left out. */
function withoutTokens(words: string): string {
  return words.replaceAll(/\?[^\s"'<>]*\btoken=[^\s"'<>]*/g, "?…").replaceAll(/\/\/[^\s/@]*@/g, "//…@");
}
