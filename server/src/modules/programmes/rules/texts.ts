import type { Refusal } from '../../../values/refusal.ts'
import type { Programme } from './schema.ts'

/**
 * A text of the programme in a language. A programme may know more languages than the product (Japanese names), so
 * any tag may be asked for; what it lacks is answered in English.
 */
export const inLanguage = <T>(texts: { readonly en: T } & Readonly<Record<string, T>>, language: string): T =>
  (Object.hasOwn(texts, language) ? texts[language] : undefined) ?? texts.en

export interface RejectionReason {
  readonly code: string
  readonly appliesTo: Programme['rejectionReasons'][string]['appliesTo']
  readonly text: string
  readonly remedy: string
}

/** Why something was rejected, and what the sender can do, in his language. */
export const rejectionReason = (
  programme: Programme,
  code: string,
  language: string,
):
  | RejectionReason
  | Refusal<'rejection-code-unknown', { readonly code: string; readonly known: readonly string[] }> => {
  const reason = Object.hasOwn(programme.rejectionReasons, code)
    ? programme.rejectionReasons[code]
    : undefined
  if (reason === undefined)
    return { refused: 'rejection-code-unknown', code, known: Object.keys(programme.rejectionReasons) }
  return {
    code,
    appliesTo: reason.appliesTo,
    text: inLanguage(reason.text, language),
    remedy: inLanguage(reason.remedy, language),
  }
}
