import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { answerOf, api, ifMatch, ProblemError, type Schema } from '../../../api/client.ts'
import { caseQuery, touchedBy } from '../../../subjects/case/queries.ts'
import { refusedWith } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import {
  type Changes,
  hasMoved,
  noChanges,
  rebased,
  type Wish,
  wishesOf,
  withChanges,
  without,
} from './changes.ts'
import { unitsUntil } from './unit-pages.ts'

type Unit = Schema['Unit']
type Wishes = ReturnType<typeof wishesOf>
export interface CellProblem {
  readonly field: 'row' | 'serial' | 'serialMark' | 'route'
  readonly text: string
}
export type Problems = Readonly<Record<number, readonly CellProblem[]>>
export interface Moved {
  readonly version: number
  readonly units: readonly Unit[]
}

/** As many as the server takes at once. */
const MOST = 1_000

/** What was typed into the table, until it is saved: kept over a reload, an ended session and somebody else's changes. */
export function useChanges(view: Schema['Case'], onSaved: (count: number) => void) {
  const queries = useQueryClient()
  const [changes, setChanges] = useDraft<Changes>(`units:${view.id}`, noChanges)
  const [problems, setProblems] = useState<Problems>({})
  const [refusals, setRefusals] = useState(0)
  const [moved, setMoved] = useState<Moved | null>(null)
  const action = useAction<{ version: number; changes: Wishes }, Schema['Case']>({
    run: (wish, headers) =>
      answerOf(
        api.PUT('/cases/{id}/units', {
          params: { path: { id: view.id }, header: { ...headers, ...ifMatch(wish.version) } },
          body: { changes: wish.changes },
        }),
      ),
    invalidates: touchedBy(view.id),
  })

  const { version } = view
  const change = useCallback(
    (said: readonly { unit: Unit; wish: Wish }[]) => {
      setChanges((before) => withChanges(before, said, version))
      setProblems((before) => {
        const rows = said.map(({ unit }) => unit.row)
        if (!rows.some((row) => row in before)) return before
        return Object.fromEntries(Object.entries(before).filter(([row]) => !rows.includes(Number(row))))
      })
    },
    [setChanges, version],
  )

  /** Rows that were changed here, as they are on the server now. */
  const unitsNow = async (): Promise<Unit[]> => {
    const rows = new Set(Object.keys(changes.rows).map(Number))
    const last = Math.max(...rows)
    const units = await unitsUntil(
      queries,
      view.id,
      {},
      { enough: (found) => (found.at(-1)?.row ?? 0) >= last, fresh: true },
    )
    return units.filter(({ row }) => rows.has(row))
  }

  const save = async (): Promise<void> => {
    const wishes = wishesOf(changes)
    let at = changes.version ?? version
    let triedAgain = false
    setProblems({})
    for (let first = 0; first < wishes.length; ) {
      const part = wishes.slice(first, first + MOST)
      try {
        const answer = await action.mutateAsync({ version: at, changes: part })
        const sent = Object.fromEntries(part.map(({ row }) => [row, changes.rows[row]]))
        setChanges((before) => without(before, sent as Changes['rows'], answer.version))
        at = answer.version
        first += part.length
      } catch (error) {
        if (!(error instanceof Error) || !refusedWith(error, 'version-conflict') || triedAgain) {
          setProblems(problemsIn(error, part))
          setRefusals((count) => count + 1)
          return
        }
        const fresh = await queries.query({ ...caseQuery(view.id), staleTime: 0 })
        const units = await unitsNow()
        const others = units.filter((unit) => {
          const mine = changes.rows[unit.row]
          return mine !== undefined && hasMoved(unit, mine)
        })
        if (others.length > 0) {
          setMoved({ version: fresh.version, units: others })
          await queries.invalidateQueries({ queryKey: caseQuery(view.id).queryKey.slice(0, 2) })
          return
        }
        // Something else of the case changed, which this person did not decide on.
        triedAgain = true
        at = fresh.version
      }
    }
    action.reset()
    onSaved(wishes.length)
  }

  return {
    changes,
    problems,
    /** How often the server has said no: each time the keyboard goes to the first cell that is wrong. */
    refusals,
    moved,
    change,
    save: () => void save().catch(() => undefined),
    isSaving: action.isPending,
    error: refusedWith(action.error, 'not-signed-in') || moved !== null ? null : action.error,
    undo: () => {
      setChanges(noChanges)
      setProblems({})
      setMoved(null)
      action.reset()
    },
    restore: setChanges,
    acceptMoved: () => {
      if (moved !== null) setChanges((before) => rebased(before, moved.units, moved.version))
      setMoved(null)
      action.reset()
    },
  }
}

/** The server names each change by its place in what was sent: `/body/changes/3/serial`. */
function problemsIn(error: unknown, sent: Wishes): Problems {
  if (!(error instanceof ProblemError)) return {}
  const problems: Record<number, CellProblem[]> = {}
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const [, index, field] = /\/changes\/(\d+)\/(\w+)$/.exec(pointer) ?? []
    const row = sent[Number(index)]?.row
    if (row === undefined) continue
    const known = field === 'route' || field === 'serialMark' || field === 'row' ? field : 'serial'
    problems[row] = [...(problems[row] ?? []), { field: known, text: detail }]
  }
  return problems
}
