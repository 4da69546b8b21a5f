import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { choicesQuery } from '../../../subjects/case/programme-choices.ts'
import { touchedBy, useCase } from '../../../subjects/case/queries.ts'
import { useFormat } from '../../../ui/format.ts'
import { Refused } from '../../../ui/refused.tsx'
import { useAction } from '../../../ui/use-action.ts'

/** Why the signed document was turned down, what mends it, and the way to a new form for the same devices. */
export function Rejected({
  certificate: { lines, decision },
  issuedAnewAs,
}: {
  certificate: Schema['Certificate']
  /** The certificate that stands in its place by now. */
  issuedAnewAs: number | undefined
}) {
  const t = useText()
  const format = useFormat()
  const { id, programme, actions } = useCase()
  const choices = useQuery(choicesQuery(programme))
  const reason = choices.data?.rejectionReasons.find(({ code }) => code === decision?.reason)
  const anew = useAction({
    run: (rows: number[], headers) =>
      answerOf(
        api.POST('/cases/{id}/certificates', {
          params: { path: { id }, header: headers },
          body: { rows },
        }),
      ),
    invalidates: touchedBy(id),
    done: ({ number }) => t('documents.issued-note', { number }),
  })
  return (
    <Alert
      color="red"
      icon={<IconX aria-hidden />}
      title={reason?.text ?? decision?.reason ?? t('documents.certificate-rejected')}
    >
      <Stack gap="xs">
        {reason !== undefined && <Text size="sm">{reason.remedy}</Text>}
        {decision?.note != null && decision.note !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {t('documents.desk-note', { note: decision.note })}
          </Text>
        )}
        {decision !== null && (
          <Text size="sm" c="dimmed">
            {t('documents.rejected-by', {
              name: decision.decidedByName ?? 'none',
              at: format.instant(decision.decidedAt),
            })}
          </Text>
        )}
        <Refused error={anew.error} />
        {issuedAnewAs !== undefined && (
          <Text size="sm">{t('documents.issued-anew-as', { number: issuedAnewAs })}</Text>
        )}
        {issuedAnewAs === undefined && actions.includes('issue-certificate') && (
          <Group>
            <Button
              onClick={() => anew.mutate(lines.map(({ row }) => row))}
              loading={anew.isPending}
              className="no-print"
            >
              {t('documents.issue-anew')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}
