import type { Language } from '../../values/language.ts'

/** A problem document by RFC 9457, with a stable `code` and the reader's words. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly errors?: readonly ProblemEntry[]
  /** The refusal's own data: what was found, what is expected. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** One field that is wrong. */
export interface ProblemEntry {
  /** A JSON Pointer (RFC 6901) into the request. */
  readonly pointer: string
  readonly detail: string
  /** Where what is wrong is a refusal of its own: its code and its data, to be shown beside the field. */
  readonly code?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** The words for a refusal; given by the composition, since platform knows no code of the domain. */
export interface RefusalTexts {
  readonly statusOf: (code: string) => number
  readonly titleOf: (language: Language, code: string) => string
  readonly detailOf: (language: Language, code: string, data: Readonly<Record<string, unknown>>) => string
  /** The problems inside a refusal that holds several, each with its place; undefined where it is one itself. */
  readonly errorsOf?: (
    language: Language,
    refusal: { readonly refused: string },
  ) => Problem['errors'] | undefined
}

export function problemOf(
  texts: RefusalTexts,
  language: Language,
  refusal: { readonly refused: string },
  errors: Problem['errors'] = texts.errorsOf?.(language, refusal),
): Problem {
  const { refused: code, ...data } = refusal
  const status = texts.statusOf(code)
  return {
    type: `urn:tmip:problem:${code}`,
    title: texts.titleOf(language, code),
    status,
    detail: texts.detailOf(language, code, data),
    code,
    ...(errors && { errors }),
    // What went wrong inside of us is for the log, not for the client.
    ...(status !== 500 && Object.keys(data).length > 0 && { data }),
  }
}
