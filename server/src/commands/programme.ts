import { message } from '../messages/index.ts'
import { systemCaller } from '../modules/people/index.ts'
import {
  checkProgrammeFile,
  programmeJsonSchema,
  publishProgramme,
  readProgrammeFile,
} from '../modules/programmes/index.ts'
import type { Language } from '../values/language.ts'
import { isRefused } from '../values/refusal.ts'
import { sentence } from './configuration.ts'
import { withHouse } from './maintain.ts'

export function check(file: string, language: Language): void {
  const { ok, output } = checkProgrammeFile(file, language)
  process.stdout.write(`${output}\n`)
  if (!ok) process.exitCode = 1
}

/** JSON Schema draft 2020-12. */
export const printSchema = (): void =>
  void process.stdout.write(`${JSON.stringify(programmeJsonSchema(), null, 2)}\n`)

export async function publish(file: string, language: Language): Promise<void> {
  const programme = readProgrammeFile(file, language)
  if (isRefused(programme)) return check(file, language)
  const answer = await withHouse((house) =>
    publishProgramme(house, { ...systemCaller.by, via: 'command-line' }, programme),
  )
  if (isRefused(answer)) {
    process.stdout.write(`${sentence(answer)}\n`)
    process.exitCode = 1
  } else
    process.stdout.write(
      `${message(language, 'program', 'published', { id: programme.id, version: programme.version, digest: answer.reply.digest })}\n`,
    )
}
