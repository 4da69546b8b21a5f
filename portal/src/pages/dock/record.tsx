import { Button, Stack, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Sign } from '../../ui/status.tsx'
import { FigureList } from './figure-list.tsx'
import { figuresOf, signalSigns } from './outcomes.tsx'
import { Unsent } from './unsent.tsx'
import type { Queues } from './use-queues.ts'
import { useScans } from './use-scans.ts'

/** An empty cell would look forgotten, on a phone and on paper. */
const NOTHING = '–'
const mono = (text: string | null) => <span className="mono">{text ?? NOTHING}</span>

/** A receipt that takes no more scans, or none of this person: to read and to print. */
export function ReceiptRecord({ receipt, queues }: { receipt: Schema['Receipt']; queues: Queues }) {
  const t = useText()
  const format = useFormat()
  const may = useMay()
  const { scans, query } = useScans(receipt.id, queues)
  // Closing takes the button away that was pressed; the keyboard goes on at the top, as on any new screen.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus()
  }, [])
  const { reference, closedAt, openedAt, site } = receipt
  return (
    <Page
      title={reference === null ? t('dock.no-reference') : t('dock.record-title', { reference })}
      above={<AnchorLink to="/dock">{t('dock.all-receipts')}</AnchorLink>}
      subtitle={
        closedAt === null
          ? t('dock.record-open', { at: format.instant(openedAt), site })
          : t('dock.record-closed', { at: format.instant(closedAt), site })
      }
      actions={
        <>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => print()}
          >
            {t('dock.print')}
          </Button>
          {may('open-receipt') && (
            <ButtonLink to="/dock" size="lg">
              {t('dock.next-receipt')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Stack>
        <Unsent queues={queues} />
        {query.isLoading && <Loading />}
        {query.error !== null && (
          <Stack align="start">
            <Refused error={query.error} />
            <Button variant="default" onClick={() => void query.refetch()}>
              {t('shell.try-again')}
            </Button>
          </Stack>
        )}
        {query.isSuccess && (
          <>
            <FigureList figures={figuresOf(scans)} />
            <Title order={2}>{t('dock.all-scans')}</Title>
            <DataTable
              caption={t('dock.all-scans')}
              rows={scans.toReversed()}
              rowKey={({ number }) => number}
              columns={[
                {
                  key: 'number',
                  title: t('dock.number'),
                  number: true,
                  cell: ({ number }) => format.number(number),
                },
                {
                  key: 'serial',
                  title: t('dock.serial'),
                  main: true,
                  cell: ({ scanned }) => mono(scanned ?? t('dock.unreadable')),
                },
                {
                  key: 'sku',
                  title: t('dock.sku-title'),
                  cell: ({ sku, expectedSku }) => mono(sku ?? expectedSku),
                },
                {
                  key: 'outcome',
                  title: t('dock.outcome'),
                  cell: ({ signal, outcome }) => (
                    <Sign {...signalSigns[signal]} text={t(`dock.outcome-${outcome}`)} />
                  ),
                },
                {
                  key: 'shelf',
                  title: t('dock.shelf'),
                  cell: ({ shelfNumber }) => mono(shelfNumber),
                },
                {
                  key: 'case',
                  title: t('dock.case'),
                  cell: ({ caseId }) => mono(caseId),
                },
                {
                  key: 'photos',
                  title: t('dock.photos-title'),
                  number: true,
                  cell: ({ photos }) => format.number(photos.length),
                },
                { key: 'note', title: t('dock.note'), cell: ({ note }) => note ?? NOTHING },
              ]}
            />
          </>
        )}
      </Stack>
    </Page>
  )
}
