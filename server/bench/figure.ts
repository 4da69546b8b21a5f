/** One figure as it is printed and kept. */
export interface Figure {
  readonly title: string
  /** A Markdown table. */
  readonly text: string
  readonly notes: readonly string[]
}
