import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { type MessageKey, message } from '../../../messages/index.ts'
import type { Language } from '../../../values/language.ts'
import { nearWords } from '../../../values/near-words.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { findContradictions } from './consistency.ts'
import {
  expectedText,
  type Finding,
  locate,
  locateKey,
  type Path,
  type Problem,
  pathText,
  position,
  shown,
} from './problems.ts'
import type { Part } from './schema/scope.ts'
import { type Programme, programmeJsonSchema, programmeSchema } from './schema.ts'

export type ProgrammeInvalid = Refusal<'programme-invalid', { readonly problems: readonly Problem[] }>

/** Real programmes have some 20 kB. The worst files of this length (keys or anchors only) take a second to refuse. */
export const longestProgramme = 256 * 1024
const deepestNesting = 20
/** Nobody reads more at once, and a file of a hundred thousand mistakes must not cost a hundred thousand searches. */
const mostProblems = 200

/**
 * Read a programme from YAML (1.2, one document, no anchors: a rule is written where it applies, and a file that
 * cannot refer to itself cannot explode). Answers the programme, or **all** problems (200 at most) of the stage that failed: first
 * the YAML, then each value for itself, then what contradicts itself. `parts` are the rows of the catalogue file, if
 * it was read: they join the parts of the YAML, and SKUs, patterns and families are checked against all of them.
 */
export function parseProgramme(
  yamlText: string,
  language: Language,
  parts?: readonly Part[],
): Programme | ProgrammeInvalid {
  const say = (key: MessageKey<'programmes'>, values = {}) => message(language, 'programmes', key, values)
  const refuse = (problems: readonly Problem[]): ProgrammeInvalid => ({
    refused: 'programme-invalid',
    problems: [...problems]
      .sort((one, other) => one.line - other.line || one.column - other.column)
      .slice(0, mostProblems),
  })
  const whole = (key: 'yamlTooLong' | 'yamlTooDeep', found: string, limit: number): ProgrammeInvalid => {
    const expected = say(`${key}Expected`, { limit })
    const text = say(key, { found, limit })
    return refuse([{ code: key, line: 1, column: 1, path: '', found, expected, message: text }])
  }

  if (yamlText.length > longestProgramme)
    return whole('yamlTooLong', String(yamlText.length), longestProgramme)
  // The composer calls itself for each level, so depth has to be known before it starts.
  const depth = nesting(yamlText)
  if (depth > deepestNesting) return whole('yamlTooDeep', String(depth), deepestNesting)

  const lines = new LineCounter()
  const document = parseDocument(yamlText, {
    lineCounter: lines,
    version: '1.2',
    logLevel: 'error',
    // The library compares each key with every other of its section: a minute for a long file. We use a Set below.
    uniqueKeys: false,
  })
  const faults = yamlFaults(document, lines, yamlText, language)
  if (faults.length > 0) return refuse(faults)

  const raw: unknown = document.toJS()
  const checked = programmeSchema.safeParse(raw)
  if (!checked.success)
    return refuse(
      checked.error.issues
        .slice(0, mostProblems)
        .flatMap((issue) => valueProblems(issue, raw, document, lines, language)),
    )

  const programme =
    parts === undefined ? checked.data : { ...checked.data, parts: [...checked.data.parts, ...parts] }
  const findings = findContradictions(programme)
  if (findings.length > 0)
    return refuse(findings.map((finding) => contradiction(finding, raw, document, lines, language)))
  return programme
}

/** How deep flow brackets or indentation can nest at most; generous, because it also counts brackets in text. */
const nesting = (yamlText: string): number => {
  let open = 0
  let deepest = 0
  for (const sign of yamlText) {
    if (sign === '[' || sign === '{') {
      open += 1
      if (open > deepest) deepest = open
    } else if (sign === ']' || sign === '}') open = Math.max(0, open - 1)
  }
  for (const line of yamlText.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue
    // `- - - x` opens a list with each dash, `    x` a level with at least every blank.
    const lead = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)?.[0] ?? ''
    const levels =
      Math.ceil(lead.replace(/[-?:][ \t]+/g, '').length / 2) + (lead.match(/[-?:]/g)?.length ?? 0)
    if (levels > deepest) deepest = levels
  }
  return deepest
}

/** What the YAML parser objects to, in the reader's language, and what we refuse of YAML. */
const yamlFaults = (
  document: Document.Parsed,
  lines: LineCounter,
  yamlText: string,
  language: Language,
): Problem[] => {
  const faults: { key: YamlFault; offset: number }[] = [...document.errors, ...document.warnings].map(
    ({ code, pos }) => ({ key: knownFaults[code] ?? 'yamlSyntax', offset: pos[0] }),
  )
  visit(document, (_key, node) => {
    if (isPair(node) || node === null || typeof node !== 'object') return
    const { anchor, tag, range } = node as Partial<Node>
    const offset = range?.[0] ?? 0
    if (isAlias(node) || anchor !== undefined) faults.push({ key: 'yamlAlias', offset })
    if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')) faults.push({ key: 'yamlSyntax', offset })
    if (!isMap(node)) return
    const seen = new Set<string>()
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (seen.has(name))
        faults.push({ key: 'yamlDuplicateKey', offset: (key as Node | null)?.range?.[0] ?? offset })
      seen.add(name)
    }
  })
  const rows = yamlText.split('\n')
  return faults.slice(0, mostProblems).map(({ key, offset }) => {
    const at = position(lines, offset)
    const found = shown(rows[at.line - 1]?.trim() ?? '', language)
    const expected = message(language, 'programmes', `${key}Expected`)
    return {
      code: key,
      ...at,
      path: '',
      found,
      expected,
      message: message(language, 'programmes', key, { found }),
    }
  })
}

type YamlFault =
  | 'yamlSyntax'
  | 'yamlDuplicateKey'
  | 'yamlTab'
  | 'yamlIndent'
  | 'yamlManyDocuments'
  | 'yamlAlias'
const knownFaults: Readonly<Record<string, YamlFault>> = {
  TAB_AS_INDENT: 'yamlTab',
  BAD_INDENT: 'yamlIndent',
  MULTIPLE_DOCS: 'yamlManyDocuments',
  BAD_ALIAS: 'yamlAlias',
}

/** One refusal of the schema as problems: usually one, for unknown keys one a key. */
const valueProblems = (
  issue: z.core.$ZodIssue,
  raw: unknown,
  document: Document,
  lines: LineCounter,
  language: Language,
): Problem[] => {
  const say = (key: MessageKey<'programmes'>, values = {}) => message(language, 'programmes', key, values)
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.slice(0, mostProblems).map((name) => {
      const near = nearWords(name, known, 1)[0]
      const expected = say('expectKey', { known: known.join(', ') })
      const text =
        near === undefined
          ? say('unknownKey', { name, expected })
          : say('unknownKeyNear', { name, near, expected })
      const at = locateKey(document, lines, path, name)
      return {
        code: 'unknownKey',
        ...at,
        path: pathText([...path, name]),
        found: name,
        expected,
        message: text,
      }
    })
  }
  // A key of a record (region, reason, currency) is named by the path's last part and was found as the key itself.
  const keyWrong = issue.code === 'invalid_key'
  const value = keyWrong ? path.at(-1) : valueAt(raw, path)
  const missing = value === undefined
  const inner = keyWrong ? issue.issues[0] : issue
  const expected = expectedText(inner ?? issue, language)
  const near =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? nearWords(value, issue.values.map(String), 1)[0]
      : undefined
  const found = shown(value, language)
  const where = pathText(path) || say('wholeFile')
  const text = missing
    ? say('valueMissing', { path: where, expected })
    : near === undefined
      ? say('valueWrong', { path: where, found, expected })
      : say('valueWrongNear', { path: where, found, near, expected })
  const at = keyWrong
    ? locateKey(document, lines, path.slice(0, -1), String(value))
    : locate(document, lines, path)
  return [
    {
      code: missing ? 'valueMissing' : 'valueWrong',
      ...at,
      path: pathText(path),
      found,
      expected,
      message: text,
    },
  ]
}

const contradiction = (
  { path, key, values }: Finding,
  raw: unknown,
  document: Document,
  lines: LineCounter,
  language: Language,
): Problem => ({
  code: key,
  ...locate(document, lines, path),
  path: pathText(path),
  found: shown(valueAt(raw, path), language),
  expected: message(language, 'programmes', `${key}Expected` as MessageKey<'programmes'>, values),
  message: message(language, 'programmes', key, values),
})

const valueAt = (raw: unknown, path: Path): unknown => {
  let value = raw
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string | number, unknown>)[part]
  }
  return value
}

interface JsonShape {
  readonly properties?: Readonly<Record<string, JsonShape>>
  readonly items?: JsonShape
  readonly additionalProperties?: JsonShape
}

const fileShape = programmeJsonSchema() as JsonShape

/** The keys that the schema knows at a path, read from its JSON form so that nothing has to be listed twice. */
const knownKeys = (path: Path): string[] => {
  let shape: JsonShape | undefined = fileShape
  for (const part of path)
    shape =
      typeof part === 'number' ? shape?.items : (shape?.properties?.[part] ?? shape?.additionalProperties)
  return Object.keys(shape?.properties ?? {})
}
