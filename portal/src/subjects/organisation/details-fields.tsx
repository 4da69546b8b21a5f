import { NativeSelect, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '../../app/language.tsx'
import { type Language, languages } from '../../messages/index.ts'
import { errorAt, refusedWith } from '../../ui/refused.tsx'
import { timeZones, useCountries } from './places.ts'

export interface Details {
  readonly name: string
  readonly country: string
  readonly timeZone: string
  readonly language: Language
}
/** In the dialog and not beside it, where it would belong to no landmark. */
const inside = { withinPortal: false }
/** Whose refusals stand beside their fields. */
export const detailPointers = ['/body/name', '/body/country', '/body/timeZone', '/body/language']

/** What can be said of an organisation when it is added and changed later. */
export function DetailsFields({
  value,
  onChange,
  error,
}: {
  value: Details
  onChange: (change: Partial<Details>) => void
  error: Error | null
}) {
  const t = useText()
  const countries = useCountries()
  const zones = useMemo(() => timeZones(value.timeZone), [value.timeZone])
  const unknownZone = refusedWith(error, 'unknown-time-zone') ? error?.message : undefined
  return (
    <>
      <TextInput
        label={t('people.name')}
        value={value.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={errorAt(error, '/body/name')}
        maxLength={200}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('people.country')}
          value={value.country === '' ? null : value.country}
          onChange={(country) => onChange({ country: country ?? '' })}
          error={errorAt(error, '/body/country')}
          data={[...countries.all]}
          comboboxProps={inside}
          searchable
          required
          withAsterisk={false}
        />
        <NativeSelect
          label={t('people.organisation-language')}
          value={value.language}
          onChange={({ currentTarget }) => onChange({ language: currentTarget.value === 'de' ? 'de' : 'en' })}
          data={Object.entries(languages).map(([code, label]) => ({ value: code, label }))}
        />
      </SimpleGrid>
      <Select
        label={t('people.time-zone')}
        description={t('people.time-zone-help')}
        value={value.timeZone === '' ? null : value.timeZone}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? '' })}
        error={errorAt(error, '/body/timeZone') ?? unknownZone}
        data={zones}
        limit={100}
        comboboxProps={inside}
        searchable
        required
        withAsterisk={false}
      />
    </>
  )
}
