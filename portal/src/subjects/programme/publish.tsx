import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Refused, refusedWith } from '../../ui/refused.tsx'
import { Loading } from '../../ui/states.tsx'
import { Checked } from './checked.tsx'
import { Problems } from './problems.tsx'
import { previewProgramme } from './queries.ts'

const MOST_BYTES = 4 * 1024 * 1024

interface Chosen {
  readonly name: string
  readonly text: string
}

/** A file, what the server says of it, and only then the button. `programmeId` where a certain programme is meant. */
export function Publish({ programmeId }: { programmeId?: string }) {
  const t = useText()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const preview = useMutation({ mutationFn: previewProgramme })
  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    preview.reset()
    setTooLarge(file.size > MOST_BYTES)
    if (file.size > MOST_BYTES) return setChosen(null)
    const text = await file.text()
    setChosen({ name: file.name, text })
    preview.mutate(text)
  }
  const again = () => {
    preview.reset()
    setChosen(null)
  }
  if (chosen === null)
    return (
      <Stack>
        {programmeId !== undefined && (
          <div>
            <Title order={2}>{t('programmes.publish-title')}</Title>
            <Text c="dimmed">{t('programmes.publish-lead')}</Text>
          </div>
        )}
        {tooLarge && (
          <Alert
            color="red"
            role="alert"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('programmes.too-large')}
          >
            {t('programmes.too-large-help')}
          </Alert>
        )}
        <FileDrop
          title={t('programmes.drop-title')}
          hint={t('programmes.drop-hint')}
          accept=".yaml,.yml,application/yaml,text/yaml"
          onFiles={([file]) => void choose(file)}
        />
      </Stack>
    )
  return (
    <Stack>
      <Group justify="space-between" className="no-print">
        <Group gap={6} wrap="nowrap">
          <IconFileText size={18} aria-hidden />
          <Text style={{ overflowWrap: 'anywhere' }}>{chosen.name}</Text>
        </Group>
        <Button variant="default" onClick={again}>
          {t('programmes.other-file')}
        </Button>
      </Group>
      {preview.isPending && (
        <div role="status">
          <Text ta="center">{t('programmes.checking')}</Text>
          <Loading />
        </div>
      )}
      {refusedWith(preview.error, 'programme-invalid') ? (
        <Problems error={preview.error} file={chosen.name} text={chosen.text} />
      ) : (
        <Refused error={preview.error} />
      )}
      {preview.isError && !refusedWith(preview.error, 'programme-invalid') && (
        <Group>
          <Button onClick={() => preview.mutate(chosen.text)}>{t('shell.try-again')}</Button>
        </Group>
      )}
      {preview.isSuccess && <Checked preview={preview.data} text={chosen.text} expected={programmeId} />}
    </Stack>
  )
}
