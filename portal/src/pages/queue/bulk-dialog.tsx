import { Button, Group, List, Progress, ScrollArea, Stack, Text } from '@mantine/core'
import { type Icon, IconCheck, IconCircle, IconLoader, IconPlayerStop, IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { ProblemError } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import type { Item } from '../../subjects/queue/queries.ts'
import { keyOf } from '../../subjects/queue/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { type Outcome, useOneByOne } from './use-one-by-one.ts'

/** What will be done with each, then each with its own result. Nothing happens before it is confirmed here. */
export function BulkDialog({
  title,
  items,
  describe,
  confirm,
  ready = true,
  run,
  onClose,
  children,
}: {
  title: string
  items: readonly Item[]
  describe: (item: Item) => ReactNode
  confirm: string
  /** False while something that is needed is missing. */
  ready?: boolean
  run: (item: Item, headers: { 'idempotency-key': string }) => Promise<unknown>
  /** With those that were done. */
  onClose: (done: readonly Item[]) => void
  /** What is decided for all of them. */
  children: ReactNode
}) {
  const t = useText()
  const listTitle = useId()
  const { outcomes, running, start, stop } = useOneByOne({
    run,
    invalidates: [['queue'], ['case'], ['cases'], ['owed']],
  })
  const begun = outcomes.length > 0
  const count = (state: Outcome['state']) => outcomes.filter((one) => one.state === state).length
  const close = () => onClose(items.filter((_, index) => outcomes[index]?.state === 'done'))
  return (
    <Dialog busy={running} onClose={close} title={title} size="lg" scrollAreaComponent={ScrollArea.Autosize}>
      <Stack>
        {!begun && children}
        <div>
          <Text fw={600} size="sm" id={listTitle} mb={4}>
            {t(begun ? 'desk.bulk-progress' : 'desk.bulk-will', { count: items.length })}
          </Text>
          {begun && (
            <Progress
              value={
                (100 * outcomes.filter(({ state }) => state !== 'waiting' && state !== 'running').length) /
                items.length
              }
              aria-label={t('desk.bulk-progress', { count: items.length })}
              mb="xs"
            />
          )}
          <List listStyleType="none" spacing={6} aria-labelledby={listTitle} size="sm">
            {items.map((item, index) => (
              <List.Item key={keyOf(item)}>
                {describe(item)}
                {begun && <Result outcome={outcomes[index] ?? { state: 'waiting' }} />}
              </List.Item>
            ))}
          </List>
        </div>
        <Text role="status" size="sm" fw={600}>
          {begun &&
            !running &&
            t('desk.bulk-result', {
              done: count('done'),
              refused: count('refused'),
              stopped: count('stopped'),
            })}
        </Text>
        <Group justify="end">
          {!begun && (
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
          )}
          {!begun && (
            <Button onClick={() => void start(items)} disabled={!ready}>
              {confirm}
            </Button>
          )}
          {running && (
            <Button variant="default" onClick={stop} leftSection={<IconPlayerStop size={16} aria-hidden />}>
              {t('desk.bulk-stop')}
            </Button>
          )}
          {begun && !running && (
            <Button onClick={close} data-autofocus>
              {t('desk.to-queue')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}

const signs: Readonly<Record<Outcome['state'], Icon>> = {
  waiting: IconCircle,
  running: IconLoader,
  done: IconCheck,
  refused: IconX,
  stopped: IconPlayerStop,
}

function Result({ outcome }: { outcome: Outcome }) {
  const t = useText()
  const SignOf = signs[outcome.state]
  return (
    <Group gap={6} wrap="nowrap" align="start">
      <SignOf size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text span size="sm" {...(outcome.state === 'refused' && { c: 'var(--mantine-color-error)' })}>
        {t(`desk.bulk-${outcome.state}`)}
        {outcome.state === 'refused' &&
          ` ${outcome.error instanceof ProblemError ? outcome.error.problem.detail : t('shell.unreachable')}`}
      </Text>
    </Group>
  )
}
