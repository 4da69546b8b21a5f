import { Text, Title } from '@mantine/core'
import { useText } from '../../app/language.tsx'
import type { Choices } from '../../subjects/programme/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'

export function Reasons({ reasons }: { reasons: Choices['rejectionReasons'] }) {
  const t = useText()
  return (
    <section>
      <Title order={2}>{t('programmes.reasons')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('programmes.reasons-lead')}
      </Text>
      <DataTable
        caption={t('programmes.reasons-table')}
        rows={reasons}
        rowKey={({ code }) => code}
        columns={[
          { key: 'text', title: t('programmes.reason'), main: true, cell: ({ text }) => text },
          { key: 'remedy', title: t('programmes.remedy'), cell: ({ remedy }) => remedy },
          {
            key: 'applies',
            title: t('programmes.applies-to'),
            cell: ({ appliesTo }) => appliesTo.map((one) => t(`programmes.applies-${one}`)).join(', '),
          },
        ]}
      />
    </section>
  )
}
