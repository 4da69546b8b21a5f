import { useQuery } from '@tanstack/react-query'
import { happenedSince } from '../../subjects/case/happened-since.ts'
import { useCase } from '../../subjects/case/queries.ts'
import { Conflict } from '../../ui/conflict.tsx'
import { Refused } from '../../ui/refused.tsx'

/** Somebody changed the case after the version that was looked at: what it was, in the words of its history. */
export function CaseConflict({ seen, onSeen }: { seen: number; onSeen: (version: number) => void }) {
  const theCase = useCase()
  const since = useQuery(happenedSince(theCase.id, seen))
  if (since.isError) return <Refused error={since.error} />
  return (
    <Conflict
      differences={since.data?.map(({ sentence }) => sentence) ?? []}
      onSeen={() => onSeen(since.data?.at(-1)?.seq ?? theCase.version)}
    />
  )
}
