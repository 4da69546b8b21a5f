import { oneIn, textIn } from '../../app/search-params.ts'

export const parts = ['rules', 'versions', 'publish'] as const
export type Part = (typeof parts)[number]

export interface ProgrammeSearch {
  /** The rules, when it is left out. */
  part?: Part | undefined
  /** Whose rules; the current version, when it is left out. */
  version?: string | undefined
  /** Two versions to compare. */
  from?: string | undefined
  to?: string | undefined
}

export const programmeSearch = (raw: Record<string, unknown>): ProgrammeSearch => {
  const [from, to] = [textIn(raw, 'from'), textIn(raw, 'to')]
  return {
    part: oneIn(raw, 'part', parts) ?? (from === undefined && to === undefined ? undefined : 'versions'),
    version: textIn(raw, 'version'),
    from,
    to,
  }
}
