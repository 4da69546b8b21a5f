import { z } from 'zod'
import { code, duration, expects, megabytes, textLists, texts, workingDays } from './leaves.ts'

/** The two ways in which a unit is done with, and what each demands. A way that is left out is not offered. */

export const mediaTypes = ['application/pdf', 'image/jpeg'] as const
const signatureKinds = ['by-hand', 'own-digital', 'portal'] as const

/** What the customer is told to do, in order. */
const steps = textLists

const condition = z.strictObject({
  inspection: z.enum(['none', 'required']),
  checklist: z.array(z.strictObject({ code, text: texts })).default([]),
  /** How long a device that failed may be made good. */
  cureWithin: duration.optional(),
})

const returning = z.strictObject({
  steps,
  /** By when each unit needs its serial number. */
  serialNeeded: z.enum(['at-registration', 'before-shipping', 'before-closing']),
  condition,
})

const destroying = z.strictObject({
  steps,
  serialNeeded: z.enum(['at-registration', 'before-destroying', 'before-closing']),
  /** The vendor approves the certificate's list first; a certificate dated earlier is rejected. */
  approvalBeforeDestroying: z.boolean(expects('expectYesNo')),
  signatures: z.array(z.enum(signatureKinds)).min(1, expects('expectList')),
  upload: z.strictObject({
    mediaTypes: z.array(z.enum(mediaTypes)).min(1, expects('expectList')),
    maxMegabytes: megabytes,
  }),
  /** Demanded beside the certificate: photos, the provider's own certificate. */
  evidence: z
    .array(z.strictObject({ code, name: texts, required: z.boolean(expects('expectYesNo')) }))
    .default([]),
  /** Time to mend a rejected certificate that came in time. */
  correctionWorkingDays: workingDays,
})

export const routes = z
  .strictObject({ return: returning.optional(), destroy: destroying.optional() })
  .refine((value) => value.return !== undefined || value.destroy !== undefined, expects('expectRoute'))

/** What must be there before anything is owed. */
export const registration = z.strictObject({
  serialsBeforeOrder: z.boolean(expects('expectYesNo')),
  caseOpenedWithin: duration.optional(),
})

const documents = ['form', 'certificate', 'receipt'] as const
export const rejectionReasons = z.record(
  code,
  z.strictObject({
    appliesTo: z.array(z.enum(documents)).min(1, expects('expectList')),
    text: texts,
    /** What the sender can do about it. */
    remedy: texts,
  }),
)

/** Why a certificate may be rejected (domain, section 6). Every programme that lets destroy words each of them. */
export const certificateRejections = [
  'unsigned',
  'signatory-not-authorised',
  'undated-or-future',
  'before-approval',
  'after-deadline',
  'serial-mismatch',
  'quantity-short',
  'illegible',
  'wrong-template-version',
  'altered-after-signing',
  'provider-unlicensed',
] as const
