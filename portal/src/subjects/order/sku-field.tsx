import { Autocomplete, type AutocompleteProps, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useText } from '../../app/language.tsx'

/**
 * A device of the programme's catalogue, by a part of its SKU or description. What is not in the catalogue may be typed
 * as well: the server says what it thinks of it.
 */
export function SkuField({
  programme,
  kind,
  on,
  value,
  onChange,
  onChoose,
  ...field
}: Omit<AutocompleteProps, 'onChange' | 'data' | 'value'> & {
  programme: { id: string; version: string }
  kind: 'old' | 'new'
  /** The day of the order, on which eligibility depends. */
  on?: string | undefined
  value: string
  onChange: (sku: string) => void
  onChoose?: (sku: string) => void
}) {
  const t = useText()
  const [search] = useDebouncedValue(value.trim(), 200)
  const { data } = useQuery({
    queryKey: ['programmes', programme.id, programme.version, 'catalogue', kind, on, search],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}/catalogue', {
          params: {
            path: { id: programme.id, programmeVersion: programme.version },
            query: { search, kind, ...(on && { on }) },
          },
        }),
      ),
    enabled: search.length >= 2 && programme.version !== '',
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
  const hits = new Map((search.length < 2 ? [] : (data?.items ?? [])).map((hit) => [hit.sku, hit]))
  return (
    <Autocomplete
      value={value}
      onChange={onChange}
      {...(onChoose !== undefined && { onOptionSubmit: onChoose })}
      data={[...hits.keys()]}
      // The server has searched, also in the descriptions; nothing is to be filtered again.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const hit = hits.get(option.value)
        return (
          <Group wrap="nowrap" gap="xs" align="start">
            {kind === 'old' &&
              (hit?.eligible ? (
                <IconCheck size={16} role="img" aria-label={t('orders.eligible')} />
              ) : (
                <IconX size={16} role="img" aria-label={t('orders.not-eligible')} />
              ))}
            <Stack gap={0}>
              <span className="mono">{option.value}</span>
              <Text size="xs" c="dimmed">
                {hit?.description}
                {kind === 'old' && hit?.eligible === false && ` · ${t('orders.not-eligible')}`}
              </Text>
            </Stack>
          </Group>
        )
      }}
      autoComplete="off"
      spellCheck={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      maxDropdownHeight={320}
      {...field}
    />
  )
}
