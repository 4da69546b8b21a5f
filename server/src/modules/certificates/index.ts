export type { CertificateFact } from './facts.ts'
export { certificateOperations } from './http/operations.ts'
export { certificateByNumber, declaredUnder } from './storage/certificates.ts'
export { projectCertificate } from './storage/projection.ts'
