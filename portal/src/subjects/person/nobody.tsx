import { IconUsers } from '@tabler/icons-react'
import { useText } from '../../app/language.tsx'
import { Empty } from '../../ui/states.tsx'
import type { PeopleSearch } from './search.ts'

export function Nobody({ search: { search, who } }: { search: PeopleSearch }) {
  const t = useText()
  const why = search !== undefined ? 'found' : who === 'left' ? 'left' : 'here'
  return (
    <Empty icon={IconUsers} title={t(`people.nobody-${why}`)}>
      {t(`people.nobody-${why}-help`)}
    </Empty>
  )
}
