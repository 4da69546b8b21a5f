export type ProgrammeFact = {
  readonly type: 'programme-published'
  readonly programmeId: string
  readonly version: string
  /** SHA-256 of the definition's canonical JSON, catalogue included: what orders are frozen to. */
  readonly digest: string
  readonly isFirst: boolean
}
