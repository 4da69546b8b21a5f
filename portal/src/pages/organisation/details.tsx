import { Button, Group, Paper, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/session.ts'
import { languages } from '../../messages/index.ts'
import { useCountries } from '../../subjects/organisation/places.ts'
import type { Organisation } from '../../subjects/person/queries.ts'
import { ChangeDetails } from './change-details.tsx'
import classes from './details.module.css'

export function DetailsCard({ organisation }: { organisation: Organisation }) {
  const t = useText()
  const may = useMay()
  const countries = useCountries()
  const [changing, setChanging] = useState(false)
  const { account, country, timeZone, language } = organisation
  const facts = [
    { name: t('people.account'), value: <span className="mono">{account}</span> },
    { name: t('people.country'), value: countries.nameOf(country) },
    { name: t('people.time-zone'), value: timeZone },
    { name: t('people.language'), value: language === 'de' ? languages.de : languages.en },
  ]
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="start">
        <dl className={classes['facts']}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <Text component="dt" size="sm" c="dimmed">
                {name}
              </Text>
              <Text component="dd" m={0}>
                {value}
              </Text>
            </div>
          ))}
        </dl>
        {may('change-organisation') && (
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            {t('people.change-organisation')}
          </Button>
        )}
      </Group>
      {changing && <ChangeDetails organisation={organisation} onClose={() => setChanging(false)} />}
    </Paper>
  )
}
