import { Box, SegmentedControl } from '@mantine/core'
import { IconShieldOff } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { type Me, useMay, useMe } from '../../app/session.ts'
import { MandatesWithDialogs } from '../../subjects/mandate/mandates-with-dialogs.tsx'
import { loadMandates, mandatesKey } from '../../subjects/mandate/queries.ts'
import { Failed } from '../../subjects/person/failed.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { Grant } from './grant.tsx'

const route = getRouteApi('/shell/mandates')

const readerOf = ({ organisation: { kind } }: Me) =>
  kind === 'customer' || kind === 'partner' ? kind : 'vendor'

export function Mandates() {
  const t = useText()
  const may = useMay()
  const me = useMe()
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  const reader = readerOf(me)
  const pages = useCursorPages([...mandatesKey, show], (cursor) =>
    loadMandates(show === 'all' ? {} : { current: 'true' }, cursor),
  )
  const shown = pages.items
  return (
    <Page
      title={t('people.mandates-title')}
      subtitle={<Box maw={680}>{t(`people.mandates-lead-${reader}`)}</Box>}
      actions={may('grant-mandate') && <Grant />}
    >
      <SegmentedControl
        aria-label={t('people.mandates-shown')}
        className="no-print"
        mb="sm"
        value={show ?? 'current'}
        onChange={(value) =>
          void navigate({ search: { show: value === 'all' ? value : undefined }, replace: true })
        }
        data={[
          { value: 'current', label: t('people.mandates-current') },
          { value: 'all', label: t('people.mandates-all') },
        ]}
      />
      <Failed query={pages} />
      {pages.isPending && pages.error === null && <Loading />}
      {shown.length > 0 && <MandatesWithDialogs mandates={shown} />}
      {pages.isSuccess && shown.length === 0 && !pages.hasNextPage && <NoMandates current={show !== 'all'} />}
      <More pages={pages} />
    </Page>
  )
}

function NoMandates({ current }: { current: boolean }) {
  const t = useText()
  const me = useMe()
  return (
    <Empty icon={IconShieldOff} title={t(current ? 'people.no-mandates-current' : 'people.no-mandates')}>
      {t(`people.no-mandates-${readerOf(me)}`, { account: me.organisation.account })}
    </Empty>
  )
}
