import { Button, Group, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { type Item, keyOf, useQueue } from '../../subjects/queue/queries.ts'
import { More } from '../../ui/cursor-pages.tsx'
import { Keys } from '../../ui/keys.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { ExtensionDialog } from './extension-dialog.tsx'
import { KindFilter } from './kind-filter.tsx'
import { QueueList } from './queue-list.tsx'
import { SelectionBar } from './selection-bar.tsx'

const route = getRouteApi('/shell/queue')

/** What needs a person, the most urgent first. */
export function Queue() {
  const t = useText()
  const { kind, extension } = route.useSearch()
  const navigate = route.useNavigate()
  const pages = useQueue(kind)
  const { items, counts, isPending, isPlaceholderData, error } = pages
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = items.filter((item) => chosen.has(keyOf(item)))
  const decided = (done: readonly Item[]) =>
    setChosen(new Set([...chosen].filter((key) => !done.some((item) => keyOf(item) === key))))
  return (
    <Page
      title={t('desk.queue-title')}
      subtitle={t('desk.queue-subtitle')}
      actions={
        <Keys
          keys={[
            [['j', '↓'], t('desk.key-down')],
            [['k', '↑'], t('desk.key-up')],
            [['Enter'], t('desk.key-open')],
            [['x'], t('desk.key-select')],
            [['Shift + x'], t('desk.key-range')],
          ]}
        />
      }
    >
      <KindFilter
        counts={counts}
        kind={kind}
        onChange={(next) => {
          setChosen(new Set())
          void navigate({ search: { kind: next }, replace: true })
        }}
      />
      {error !== null && (
        <Group mb="sm" align="center">
          <Refused error={error} />
          <Button variant="default" onClick={() => void pages.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Group>
      )}
      {isPending ? (
        error === null && <Loading />
      ) : items.length > 0 ? (
        <div aria-busy={isPlaceholderData}>
          <QueueList
            items={items}
            kind={kind}
            chosen={chosen}
            onChoose={setChosen}
            resting={extension !== undefined}
          />
          <More pages={pages} />
          <SelectionBar selected={selected} onDecided={decided} onClear={() => setChosen(new Set())} />
        </div>
      ) : (
        error === null && (
          <Empty icon={IconChecks} title={t(kind === undefined ? 'desk.all-done' : 'desk.kind-done')}>
            {t('desk.all-done-help')}
          </Empty>
        )
      )}
      <Text className="visually-hidden" role="status">
        {t('desk.selected', { count: selected.length })}
      </Text>
      {extension !== undefined && (
        <ExtensionDialog
          key={extension}
          name={extension}
          onClose={() => void navigate({ search: { kind }, replace: true })}
        />
      )}
    </Page>
  )
}
