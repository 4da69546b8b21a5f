import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconBarcode, IconPackages } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/language.tsx'
import { More } from '../../ui/cursor-pages.tsx'
import { Page } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { HeldGoods } from './held-goods.tsx'
import { nameOf, useGoods } from './queries.ts'

const route = getRouteApi('/shell/goods')

/** What arrived and fits no case, until somebody knows whose it is. */
export function Goods() {
  const t = useText()
  const { status = 'open', serial, held } = route.useSearch()
  const navigate = route.useNavigate()
  const pages = useGoods(status, serial)
  const { items, isPending, isPlaceholderData, error, hasNextPage, isFetching, fetchNextPage } = pages
  const heading = useRef<HTMLParagraphElement>(null)
  const isThere = held === undefined || items.some((one) => nameOf(one) === held)
  // Somebody comes for this one: the list is read on until it is there.
  useEffect(() => {
    if (!isThere && hasNextPage && !isFetching) void fetchNextPage()
  }, [isThere, hasNextPage, isFetching, fetchNextPage])
  return (
    <Page title={t('desk.goods-title')} subtitle={t('desk.goods-subtitle')}>
      <Group mb="sm" gap="sm" align="end" className="no-print">
        <SegmentedControl
          aria-label={t('desk.goods-status')}
          value={status}
          onChange={(value) =>
            void navigate({
              search: (before) => ({
                ...before,
                held: undefined,
                status: value === 'resolved' ? value : undefined,
              }),
              replace: true,
            })
          }
          data={[
            { value: 'open', label: t('desk.goods-open') },
            { value: 'resolved', label: t('desk.goods-resolved') },
          ]}
        />
        <SerialFilter
          key={serial === undefined ? 'none' : 'some'}
          value={serial ?? ''}
          onChange={(text) =>
            void navigate({
              search: (before) => ({ ...before, held: undefined, serial: text || undefined }),
              replace: true,
            })
          }
        />
      </Group>
      <Text size="sm" c="dimmed" role="status" mb="xs" mih="1.4em" ref={heading} tabIndex={-1}>
        {!isPending && t(hasNextPage ? 'desk.goods-count-more' : 'desk.goods-count', { count: items.length })}
      </Text>
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
        <Stack aria-busy={isPlaceholderData}>
          {items.map((one) => (
            <HeldGoods
              key={nameOf(one)}
              held={one}
              wanted={nameOf(one) === held}
              onAssigned={() => heading.current?.focus()}
            />
          ))}
          <More pages={pages} />
        </Stack>
      ) : (
        error === null && (
          <Empty
            icon={IconPackages}
            title={t(
              serial !== undefined
                ? 'desk.goods-none-found'
                : status === 'open'
                  ? 'desk.goods-none'
                  : 'desk.goods-none-resolved',
            )}
          >
            {t(
              serial !== undefined
                ? 'desk.goods-none-found-help'
                : status === 'open'
                  ? 'desk.goods-none-help'
                  : 'desk.goods-none-resolved-help',
            )}
          </Empty>
        )
      )}
    </Page>
  )
}

function SerialFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useText()
  const [text, setText] = useState(value)
  const tell = useDebouncedCallback(onChange, 300)
  return (
    <TextInput
      type="search"
      label={t('desk.goods-serial')}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        tell(currentTarget.value.trim())
      }}
      leftSection={<IconBarcode size={16} aria-hidden />}
      maxLength={100}
    />
  )
}
