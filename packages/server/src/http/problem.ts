import type { Change } from "@plenary/diff";
import { type ProblemCode, problems } from "./problems.ts";

/** The statuses with which a request is refused; 500 is for what went wrong unexpectedly. */
export type ProblemStatus = (typeof problems)[ProblemCode][0];

const titles: Record<ProblemStatus, string> = {
  400: "The request is not understood",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "The text has moved on",
  413: "Too large",
  422: "The key was used",
  429: "Too many requests",
  500: "Internal error",
};

/** What stands in the blanks of a refusal. */
export type Blanks = Readonly<Record<string, string | number>>;

/**
 * The body of a refusal (RFC 9457). `code` and `blanks` say the same as `detail`, for who says it in another language;
 * `pending` is there when a decision came too late: what is open at that place now.
 */
export interface ProblemBody {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly blanks: Blanks;
  readonly pending?: Change | null;
}

/** An expected refusal. `message` says to the user, in English, what is wrong and what to do. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly code: ProblemCode;
  readonly blanks: Blanks;
  readonly pending: Change | null | undefined;

  constructor(code: ProblemCode, blanks: Blanks, pending?: Change | null) {
    const [status, detail] = problems[code];
    super(detail.replaceAll(/\{\{(\w+)\}\}/g, (_, blank: string) => String(blanks[blank] ?? "")));
    this.status = status;
    this.code = code;
    this.blanks = blanks;
    this.pending = pending;
  }

  /** The refusal as it goes over the wire. */
  body(): ProblemBody {
    const { status, message: detail, code, blanks, pending } = this;
    const body: ProblemBody = { type: "about:blank", title: titles[status], status, detail, code, blanks };
    return pending === undefined ? body : { ...body, pending };
  }
}

/** A refusal by its code, with what stands in its blanks. */
export function problem(code: ProblemCode, blanks: Blanks = {}, pending?: Change | null): Problem {
  return new Problem(code, blanks, pending);
}
