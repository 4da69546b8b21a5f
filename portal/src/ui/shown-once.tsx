import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconEyeExclamation } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'

/** A secret that the server tells once: to be copied now. */
export function ShownOnce({
  label,
  secret,
  help,
  onDone,
}: {
  label: string
  secret: string
  help: string
  onDone: () => void
}) {
  const t = useText()
  const [copied, setCopied] = useState<'yes' | 'failed' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // It comes in place of a form that had the keyboard.
  useEffect(() => field.current?.focus(), [])
  const copy = () =>
    // Without TLS there is no clipboard at all.
    void Promise.resolve(navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('no clipboard')))
      .then(() => setCopied('yes'))
      .catch(() => setCopied('failed'))
  return (
    <Stack>
      <Alert color="yellow" icon={<IconEyeExclamation aria-hidden />}>
        {help}
      </Alert>
      <TextInput
        label={label}
        value={secret}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
        classNames={{ input: 'mono' }}
        ref={field}
      />
      <div role="status">
        {copied !== null && t(copied === 'yes' ? 'people.copied-done' : 'people.copy-failed')}
      </div>
      <Group justify="end">
        <Button variant="default" onClick={onDone}>
          {t('people.done')}
        </Button>
        <Button
          onClick={copy}
          leftSection={
            copied === 'yes' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
        >
          {t(copied === 'yes' ? 'people.copied' : 'people.copy')}
        </Button>
      </Group>
    </Stack>
  )
}
