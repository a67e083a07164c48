import type { Change } from "@plenary/diff";

/** The statuses with which a request is refused. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;

const titles: Record<ProblemStatus, string> = {
  400: "The request is not understood",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "The text has moved on",
  413: "Too large",
  422: "The key was used",
  429: "Too many requests",
};

/** The body of a refusal (RFC 9457); `pending` is there when a decision came too late: what is open at that place now. */
export interface ProblemBody {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly pending?: Change | null;
}

/** An expected refusal. `message` says to the user what is wrong and what to do. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly pending: Change | null | undefined;

  constructor(status: ProblemStatus, detail: string, pending?: Change | null) {
    super(detail);
    this.status = status;
    this.pending = pending;
  }

  /** The refusal as it goes over the wire. */
  body(): ProblemBody {
    const { status, message: detail, pending } = this;
    const body: ProblemBody = { type: "about:blank", title: titles[status], status, detail };
    return pending === undefined ? body : { ...body, pending };
  }
}
