import {
  Button,
  Group,
  NativeSelect,
  Paper,
  type PaperProps,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconPackages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createLink, useNavigate } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type SubmitEvent, useState } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'
import { More, useCursorPages } from '../../ui/cursor-pages.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { errorAt, Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './dock.module.css'
import { openReceiptsKey, sitesQuery } from './queries.ts'
import { Unsent } from './unsent.tsx'
import type { Queues } from './use-queues.ts'

/** A tablet stands at one dock; it is asked once. */
const SITE = 'tmip.dock.site'

export function Start({ queues }: { queues: Queues }) {
  const t = useText()
  const sites = useQuery(sitesQuery)
  const [remembered, remember] = useState(() => localStorage.getItem(SITE))
  const only = sites.data?.length === 1 ? sites.data[0]?.id : undefined
  const site = sites.data?.some(({ id }) => id === remembered) ? remembered : (only ?? null)
  const choose = (id: string) => {
    localStorage.setItem(SITE, id)
    remember(id)
  }
  return (
    <Page title={t('dock.title')} subtitle={t('dock.lead')}>
      <Stack gap="lg">
        <Unsent queues={queues} />
        <Refused error={sites.error} />
        {sites.data && (
          <NativeSelect
            label={t('dock.site')}
            description={t('dock.site-help')}
            size="lg"
            maw={640}
            value={site ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {site === null && <option value="">{t('dock.choose-site')}</option>}
            {sites.data.map((one) => (
              <option key={one.id} value={one.id}>
                {one.address.at(-1)} · {one.address[0]}
              </option>
            ))}
          </NativeSelect>
        )}
        {sites.isLoading && <Loading />}
        {sites.error && (
          <Button onClick={() => void sites.refetch()} style={{ alignSelf: 'start' }}>
            {t('shell.try-again')}
          </Button>
        )}
        {site !== null && (
          <>
            <Begin site={site} />
            <OpenReceipts site={site} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function Begin({ site }: { site: string }) {
  const t = useText()
  const navigate = useNavigate()
  const [reference, setReference, forget] = useDraft('dock-reference', '')
  const begin = useAction({
    run: (typed: string, header) =>
      answerOf(
        api.POST('/receipts', {
          params: { header },
          body: { site, ...(typed.trim() !== '' && { reference: typed }) },
        }),
      ),
    invalidates: [openReceiptsKey],
    onDone: ({ id }) => {
      forget()
      return navigate({ to: '/dock', search: { receipt: id } })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    begin.mutate(reference)
  }
  return (
    <section aria-labelledby="dock-begin">
      <Title order={2} id="dock-begin" mb="xs">
        {t('dock.begin-title')}
      </Title>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={640}>
          <TextInput
            label={`${t('dock.reference')} (${t('shell.optional')})`}
            description={t('dock.reference-help')}
            size="lg"
            maxLength={100}
            autoComplete="off"
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
            error={errorAt(begin.error, '/body/reference')}
          />
          <Refused error={begin.error} shown={['/body/reference']} />
          <Button type="submit" size="lg" h={64} loading={begin.isPending}>
            {t('dock.begin')}
          </Button>
        </Stack>
      </form>
    </section>
  )
}

function OpenReceipts({ site }: { site: string }) {
  const t = useText()
  const receipts = useCursorPages(openReceiptsKey, (cursor) =>
    answerOf(api.GET('/receipts', { params: { query: { open: 'true', cursor } } })),
  )
  const here = receipts.items.filter((receipt) => receipt.site === site)
  return (
    <section aria-labelledby="dock-open">
      <Title order={2} id="dock-open" mb="xs">
        {t('dock.open-title')}
      </Title>
      {receipts.isLoading && <Loading />}
      {receipts.error !== null && (
        <Stack align="start">
          <Refused error={receipts.error} />
          <Button variant="default" onClick={() => void receipts.refetch()}>
            {t('shell.try-again')}
          </Button>
        </Stack>
      )}
      {receipts.isSuccess && here.length === 0 && (
        <Empty icon={IconPackages} title={t('dock.none-open')}>
          {t('dock.none-open-help')}
        </Empty>
      )}
      <ul className={classes['receipts']}>
        {here.map((receipt) => (
          <li key={receipt.id}>
            <OpenReceipt receipt={receipt} />
          </li>
        ))}
      </ul>
      <More pages={receipts} />
    </section>
  )
}

const CardLink = createLink((props: PaperProps & AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <Paper component="a" withBorder p="md" className={classes['card']} {...props} />
))

function OpenReceipt({ receipt }: { receipt: Schema['Receipt'] }) {
  const t = useText()
  const format = useFormat()
  const { id, reference, openedAt, openedByName, scans, held } = receipt
  return (
    <CardLink to="/dock" search={{ receipt: id }}>
      <Text fw={600} size="lg">
        {reference ?? t('dock.no-reference')}
      </Text>
      <Text size="sm" c="dimmed">
        {openedByName === null
          ? format.instant(openedAt)
          : t('dock.opened', { at: format.instant(openedAt), name: openedByName })}
      </Text>
      <Group gap="md" mt={4}>
        <Text size="sm">{t('dock.scans', { count: scans })}</Text>
        <Text size="sm">{t('dock.held', { count: held })}</Text>
      </Group>
    </CardLink>
  )
}
