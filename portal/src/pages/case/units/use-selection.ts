import { useCallback, useRef, useState } from 'react'
import type { Schema } from '../../../api/client.ts'

type Unit = Schema['Unit']

/** Devices that were ticked, also on pages that are not shown now; with Shift from the last one to this one. */
export function useSelection(units: readonly Unit[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, Unit>>(new Map())
  const last = useRef<number | null>(null)
  const shown = useRef(units)
  shown.current = units
  const toggle = useCallback((unit: Unit, withShift: boolean) => {
    const from = shown.current.findIndex(({ row }) => row === last.current)
    const to = shown.current.findIndex(({ row }) => row === unit.row)
    const range =
      withShift && from !== -1 ? shown.current.slice(Math.min(from, to), Math.max(from, to) + 1) : [unit]
    last.current = unit.row
    setChosen((before) => {
      const next = new Map(before)
      const add = !before.has(unit.row)
      for (const one of range) {
        if (add) next.set(one.row, one)
        else next.delete(one.row)
      }
      return next
    })
  }, [])
  const onPage = units.filter(({ row }) => chosen.has(row)).length
  return {
    chosen,
    toggle,
    state: onPage === 0 ? 'none' : onPage === units.length ? 'all' : 'some',
    togglePage: () =>
      setChosen((before) => {
        const next = new Map(before)
        for (const unit of units) {
          if (onPage === units.length) next.delete(unit.row)
          else next.set(unit.row, unit)
        }
        return next
      }),
    clear: () => setChosen(new Map()),
  }
}
export type Selection = ReturnType<typeof useSelection>
