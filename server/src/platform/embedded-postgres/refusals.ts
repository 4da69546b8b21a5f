import type { Refusal } from '../../values/refusal.ts'

/** `pid` of the program that has it; null where that cannot be read (Windows). */
export type FolderInUse = Refusal<'database-folder-in-use', { folder: string; pid: number | null }>

/** No programs for this machine in the installed packages, or they do not run; `lines` say why. */
export type BinariesMissing = Refusal<
  'database-binaries-missing',
  { platform: string; lines: readonly string[] }
>

/** Why the embedded database did not start. `lines` are the last ones that the failing program wrote. */
export type EmbeddedPostgresRefusal =
  | FolderInUse
  | BinariesMissing
  | Refusal<'database-version-mismatch', { folder: string; found: number; needed: number }>
  | Refusal<'database-start-failed', { folder: string; lines: readonly string[] }>
