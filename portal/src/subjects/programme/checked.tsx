import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useAction } from '../../ui/use-action.ts'
import { Difference } from './difference.tsx'
import { type Preview, publishProgramme } from './queries.ts'

/** A file without faults: what publishing it would change. */
export function Checked({
  preview,
  text,
  expected,
}: {
  preview: Preview
  text: string
  expected: string | undefined
}) {
  const t = useText()
  const [confirming, setConfirming] = useState(false)
  const { id, programmeVersion: version, current, versionIsFree, isPublished, total, entries } = preview
  return (
    <Stack>
      <Group justify="space-between" align="start">
        <div>
          <Title order={2}>{t('programmes.checked-title', { programme: id, version })}</Title>
          <Text c="dimmed">
            {current === null ? t('programmes.new-programme') : t('programmes.against-current', { current })}
          </Text>
        </div>
        {versionIsFree && (
          <Button onClick={() => setConfirming(true)}>{t('programmes.publish-now', { version })}</Button>
        )}
      </Group>
      {expected !== undefined && expected !== id && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {t('programmes.other-programme', { programme: id })}
        </Alert>
      )}
      {isPublished && (
        <Alert color="blue" icon={<IconCheck aria-hidden />} role="status">
          {t('programmes.same-published')}
        </Alert>
      )}
      {!versionIsFree && !isPublished && (
        <Alert
          color="red"
          icon={<IconInfoCircle aria-hidden />}
          role="alert"
          title={t('programmes.version-taken', { version })}
        >
          {t('programmes.version-taken-help')}
        </Alert>
      )}
      {current !== null && !(isPublished && current === version) && (
        <Difference
          title={t('programmes.difference-title', { from: current, to: version })}
          total={total}
          entries={entries}
        />
      )}
      {confirming && <PublishNow preview={preview} text={text} onClose={() => setConfirming(false)} />}
    </Stack>
  )
}

function PublishNow({
  preview: { id, programmeVersion: version, current },
  text,
  onClose,
}: {
  preview: Preview
  text: string
  onClose: () => void
}) {
  const t = useText()
  const navigate = useNavigate()
  const action = useAction({
    run: (yaml: string, header) => publishProgramme(yaml, header),
    invalidates: [['programmes']],
    done: t('programmes.published-done', { programme: id, version }),
    onDone: () => {
      onClose()
      return navigate({
        to: '/programmes/$programmeId',
        params: { programmeId: id },
        search: current === null ? {} : { part: 'versions', from: current, to: version },
      })
    },
  })
  return (
    <Confirm
      title={t('programmes.confirm-title', { programme: id, version })}
      means={[t('programmes.confirm-orders'), t('programmes.confirm-keep'), t('programmes.confirm-forever')]}
      confirm={t('programmes.publish-now', { version })}
      color="petrol"
      action={action}
      onConfirm={() => action.mutate(text)}
      onClose={onClose}
    />
  )
}
