import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import classes from '../../../subjects/case/entry.module.css'
import { useCase } from '../../../subjects/case/queries.ts'
import { RawData } from '../../../subjects/case/raw-data.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'

/** Proves the chain, and that what the case shows today is what its history gives. */
export function Verify() {
  const t = useText()
  const { id } = useCase()
  const verify = useMutation({
    mutationFn: () => answerOf(api.GET('/cases/{id}/history/verification', { params: { path: { id } } })),
  })
  return (
    <Stack gap="xs">
      <Group className="no-print">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          onClick={() => verify.mutate()}
          loading={verify.isPending}
        >
          {t('history.verify')}
        </Button>
      </Group>
      <Refused error={verify.error} />
      <div role="status">{verify.data !== undefined && <Result result={verify.data} />}</div>
    </Stack>
  )
}

function Result({ result }: { result: Schema['Verification'] }) {
  const t = useText()
  const format = useFormat()
  const { verified, facts, rows, head, checkedAt, difference, seal } = result
  return (
    <Alert
      color={verified ? 'petrol' : 'red'}
      icon={verified ? <IconShieldCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={t(verified ? 'history.verified' : 'history.not-verified')}
    >
      {difference !== null && <Text size="sm">{difference.sentence}</Text>}
      <Text size="sm">{t('history.checked', { facts, rows, at: format.instant(checkedAt) })}</Text>
      <Text size="sm">
        {seal === null
          ? t('history.no-seal')
          : t('history.sealed', { number: seal.number, at: format.instant(seal.at) })}
      </Text>
      <Text size="sm">
        {t('history.head')} <span className={`mono ${classes['hash']}`}>{head}</span>
      </Text>
      {difference !== null && (
        <details>
          <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
            {t('history.difference')}
          </Text>
          <RawData
            label={t('history.difference')}
            data={{ expected: difference.expected, found: difference.found }}
          />
        </details>
      )}
    </Alert>
  )
}
