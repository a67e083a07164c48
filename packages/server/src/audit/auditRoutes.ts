import { Hono } from "hono";
import { stream } from "hono/streaming";
import type { Sessions } from "../conference/sessions.ts";
import { mayAudit } from "../conference/rights.ts";
import { does } from "../http/openapi/does.ts";
import { problem } from "../http/problem.ts";
import { signedIn } from "../http/signedIn.ts";
import type { Audit } from "./audit.ts";

/** What the audit's routes work on. */
export interface AuditRouteParts {
  readonly sessions: Sessions;
  readonly audit: Audit;
}

/** `/api/audit`: the log of every act as JSON lines, which `plenary verify` checks. */
export function auditRoutes({ sessions, audit }: AuditRouteParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get("/", does("The audit log as JSON lines", { file: "application/jsonl" }), (c) => {
      if (!mayAudit(c.var.person)) throw problem("audit-secretariat");
      c.header("content-type", "application/jsonl; charset=utf-8");
      c.header("content-disposition", 'attachment; filename="audit.jsonl"');
      return stream(c, async (out) => {
        for await (const line of audit.lines()) await out.write(line);
      });
    });
}
