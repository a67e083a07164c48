export type { Json } from "./canonical.ts";
export { type AuditAct, type AuditEntry, auditStart, sealAct } from "./entry.ts";
export { type AuditFault, auditEnd, isAudit, verifyAudit } from "./verifyAudit.ts";
