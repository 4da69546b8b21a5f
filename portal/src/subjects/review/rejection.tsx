import { Group, NativeSelect, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { type Language, languages } from '../../messages/index.ts'
import { Refused } from '../../ui/refused.tsx'

export interface Rejection {
  readonly code: string
  readonly note: string
}
export const noRejection: Rejection = { code: '', note: '' }

type Reviewed = Pick<Schema['Case'], 'programme' | 'language'>
type Programme = Reviewed['programme']
type Reason = Schema['ProgrammeChoices']['rejectionReasons'][number]

/** The reasons of a version of a programme in a language that need not be the reader's. */
const reasonsIn = ({ id, version }: Programme, language: Language) => ({
  queryKey: ['programmes', id, version, 'reasons', language],
  queryFn: async () => {
    const { rejectionReasons } = await answerOf(
      api.GET('/programmes/{id}/versions/{programmeVersion}/choices', {
        params: { path: { id, programmeVersion: version }, header: { 'accept-language': language } },
      }),
    )
    return rejectionReasons.filter(({ appliesTo }) => appliesTo.includes('certificate'))
  },
  staleTime: Number.POSITIVE_INFINITY,
})

const all = Object.keys(languages) as Language[]

/**
 * A coded reason that each of these programmes has, and a note; below it what the customer will read, before it is sent.
 * The portal shows a coded reason in the language of whoever reads it, so every language is there to be looked at, first
 * the one of the case.
 */
export function RejectionForm({
  cases,
  value,
  onChange,
}: {
  cases: readonly Reviewed[]
  value: Rejection
  onChange: (value: Rejection) => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const keyOf = ({ id, version }: Programme) => `${id} ${version}`
  const distinct = [...new Map(cases.map(({ programme }) => [keyOf(programme), programme])).values()]
  const mine = useQueries({ queries: distinct.map((programme) => reasonsIn(programme, language)) })
  const error = mine.find((one) => one.isError)?.error ?? null
  const [first = [], ...others] = mine.map(({ data }) => data ?? [])
  const common = first.filter(({ code }) => others.every((list) => list.some((one) => one.code === code)))
  return (
    <Stack gap="sm">
      <Refused error={error} />
      <NativeSelect
        label={t('desk.reason')}
        description={t('desk.reason-help')}
        required
        value={value.code}
        onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
        data={[
          { value: '', label: t('desk.reason-choose') },
          ...common.map(({ code, text }) => ({ value: code, label: text })),
        ]}
        data-autofocus
      />
      <Textarea
        label={t('desk.note-customer')}
        description={t('desk.note-customer-help')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
      {value.code !== '' &&
        distinct.map((programme) => (
          <Preview
            key={keyOf(programme)}
            programme={programme}
            read={cases.filter((one) => keyOf(one.programme) === keyOf(programme)).map((one) => one.language)}
            rejection={value}
            named={distinct.length > 1}
          />
        ))}
    </Stack>
  )
}

function Preview({
  programme,
  read,
  rejection: { code, note },
  named,
}: {
  programme: Programme
  /** In which the cases are kept: these stand first. */
  read: readonly Language[]
  rejection: Rejection
  /** Several programmes say it in words of their own. */
  named: boolean
}) {
  const t = useText()
  const shown = [...new Set([...read, ...all])]
  const texts = useQueries({ queries: shown.map((language) => reasonsIn(programme, language)) })
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('desk.customer-reads')} aria-live="polite">
      <Text size="sm" fw={600} mb={6}>
        {t(named ? 'desk.customer-reads-of' : 'desk.customer-reads', { programme: programme.name })}
      </Text>
      <Stack gap="xs">
        {shown.map((language, index) => (
          <CustomerText
            key={language}
            language={language}
            reason={texts[index]?.data?.find((one) => one.code === code)}
          />
        ))}
        {note.trim() !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('desk.note-reads', { note: note.trim() })}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function CustomerText({ language, reason }: { language: Language; reason: Reason | undefined }) {
  return (
    <Group gap="sm" align="start" wrap="nowrap">
      <Text size="xs" c="dimmed" w={60} pt={2} style={{ flexShrink: 0 }}>
        {languages[language]}
      </Text>
      <Text size="sm" lang={language}>
        <strong>{reason?.text}</strong> {reason?.remedy}
      </Text>
    </Group>
  )
}
