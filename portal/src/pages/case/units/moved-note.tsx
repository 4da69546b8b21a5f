import { Box } from '@mantine/core'
import { useText } from '../../../app/language.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import type { Changes, Said } from './changes.ts'
import type { Moved } from './use-changes.ts'

/** Which of the devices that are changed here somebody else has changed too, and to what. */
export function MovedNote({
  moved,
  changes,
  onSeen,
}: {
  moved: Moved
  changes: Changes
  onSeen: () => void
}) {
  const t = useText()
  const serialOf = ({ serial, serialMark }: Said) =>
    serial ?? (serialMark === null ? t('cases.no-serial') : t(`cases.mark-${serialMark}`))
  const differences = moved.units.flatMap((unit) => {
    const base = changes.rows[unit.row]?.base
    if (base === undefined) return []
    const from = serialOf(base)
    const to = serialOf(unit)
    return [
      ...(from === to ? [] : [t('cases.moved-serial', { row: unit.row, from, to })]),
      ...(unit.route === base.route
        ? []
        : [t('cases.moved-route', { row: unit.row, to: t(`states.route-${unit.route}`) })]),
    ]
  })
  return (
    <Box mb="sm">
      <Conflict differences={differences} onSeen={onSeen} />
    </Box>
  )
}
