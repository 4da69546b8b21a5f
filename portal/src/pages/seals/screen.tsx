import { Button, CopyButton, Group, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import classes from './seals.module.css'

export function Seals() {
  const t = useText()
  const format = useFormat()
  const pages = useCursorPages(['seals'], (cursor) =>
    answerOf(api.GET('/seals', { params: { query: { cursor } } })),
  )
  const columns: readonly Column<Schema['Seal']>[] = [
    { key: 'number', title: t('money.seal-number'), main: true, cell: ({ number }) => format.number(number) },
    { key: 'at', title: t('money.seal-at'), cell: ({ at }) => format.instant(at) },
    {
      key: 'chains',
      title: t('money.seal-chains'),
      number: true,
      cell: ({ chains }) => format.number(chains),
    },
    {
      key: 'position',
      title: t('money.seal-facts'),
      number: true,
      cell: ({ position }) => format.number(position),
    },
    {
      key: 'root',
      title: t('money.seal-root'),
      cell: ({ root, number }) => (
        <Group gap="xs" justify="flex-end">
          <span className={classes['hash']}>{root}</span>
          <CopyButton value={root}>
            {({ copied, copy }) => (
              <Button
                size="compact-xs"
                variant="default"
                className="no-print"
                onClick={copy}
                aria-label={`${t(copied ? 'money.copied' : 'money.copy')} (${number})`}
              >
                {t(copied ? 'money.copied' : 'money.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      ),
    },
  ]
  return (
    <Page title={t('money.seals')} subtitle={t('money.seals-lead')}>
      <Text mb="md">{t('money.verify-all')}</Text>
      <Refused error={pages.error} />
      {pages.isPending ? (
        <Loading />
      ) : pages.items.length === 0 && pages.error === null ? (
        <Empty icon={IconHistory} title={t('money.no-seals')}>
          {t('money.no-seals-help')}
        </Empty>
      ) : (
        <DataTable
          caption={t('money.seals')}
          columns={columns}
          rows={pages.items}
          rowKey={({ number }) => number}
        />
      )}
      <More pages={pages} />
    </Page>
  )
}
