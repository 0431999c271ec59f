export { anchorsIn, type AuditAnchor } from './audit-anchor.js';
export { verifyAudit, type AuditReport, type AuditedService } from './audit-verification.js';
export type { AuditFinding } from './audit-walk.js';
