import { message } from '../../messages/index.ts'
import type { Language } from '../../values/language.ts'
import { isRefused } from '../../values/refusal.ts'
import { readProgrammeFile } from './read-programme-file.ts'
import { programmeDigest } from './rules/digest.ts'
import type { Programme } from './rules/schema.ts'
import { inLanguage } from './rules/texts.ts'

/** What `tmip programme check FILE` prints: each problem as `file:line:column: text`, or the rules in a few lines. */
export function checkProgrammeFile(path: string, language: Language): { ok: boolean; output: string } {
  const programme = readProgrammeFile(path, language)
  if (!isRefused(programme)) return { ok: true, output: overview(path, programme, language) }
  if (programme.refused === 'programme-unreadable')
    return { ok: false, output: message(language, 'programmes', 'fileUnreadable', { ...programme }) }
  const { file, problems } = programme
  const lines = problems.map(({ line, column, message: text }) =>
    message(language, 'programmes', 'checkProblem', {
      file,
      line: String(line),
      column: String(column),
      message: text,
    }),
  )
  const sum = message(language, 'programmes', 'checkProblems', { count: problems.length })
  return { ok: false, output: [...lines, sum].join('\n') }
}

const overview = (file: string, programme: Programme, language: Language): string => {
  const say = (
    key: Parameters<typeof message<'programmes'>>[2],
    values: Record<string, string | number> = {},
  ) => message(language, 'programmes', key, values)
  const { id, version, vendor, clock, extensions, phases, credit } = programme
  const routes = [
    ...(programme.routes.return === undefined ? [] : [say('routeReturn')]),
    ...(programme.routes.destroy === undefined ? [] : [say('routeDestroy')]),
  ]
  return [
    say('checkGood', { file }),
    say('checkName', { name: inLanguage(programme.name, language), id, version, vendor }),
    ...phases.map(({ name, validFrom, validTo }) =>
      validTo === undefined
        ? say('checkPhaseOpen', { name: inLanguage(name, language), validFrom })
        : say('checkPhase', { name: inLanguage(name, language), validFrom, validTo }),
    ),
    say('checkWindow', {
      window: clock.window,
      start: say(clock.start === 'order-placed' ? 'startOrder' : 'startShipment'),
    }),
    say('checkExtensions', { count: extensions?.tiers.length ?? 0, maximum: extensions?.maximum ?? '' }),
    say('checkRoutes', { routes: routes.join(', ') }),
    say('checkCredit', {
      rows: credit.table.length,
      currencies: programme.currencies.join(', '),
      paid: say(credit.paid === 'at-order' ? 'paidAtOrder' : 'paidAfterReceipt'),
      sample: String(credit.sample),
    }),
    say('checkParts', { count: programme.parts.length }),
    say('checkDigest', { digest: programmeDigest(programme) }),
  ].join('\n')
}
