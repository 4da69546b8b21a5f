import type { Logger } from 'pino'
import type { FileStore } from './files/file-store.ts'
import type { RefusalTexts } from './http/problem.ts'
import type { AnyFact, Pipeline } from './run-command.ts'

/** What every use case is handed: the write pipeline with its database and clock, the file store, the log. */
export interface House<Fact extends AnyFact> extends Pipeline<Fact> {
  readonly files: FileStore
  readonly log: Logger
  /** The words of refusals, for answers that carry several of them. */
  readonly texts: RefusalTexts
}
