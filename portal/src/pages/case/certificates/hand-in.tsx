import { Button, FileButton, Group, Stack } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Schema } from '../../../api/client.ts'
import { useText } from '../../../app/language.tsx'
import { touchedBy } from '../../../subjects/case/queries.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { UploadList } from '../uploads/upload-list.tsx'
import { useUploads } from '../uploads/use-uploads.ts'

/** The signed document: a file, or a photo taken here. */
export function HandIn({ path, caseId }: { path: string; caseId: string }) {
  const t = useText()
  const queries = useQueryClient()
  const uploads = useUploads<Schema['Certificate']>(path)
  const { add } = uploads
  const take = useCallback(
    (files: File[]) =>
      add(files, () =>
        Promise.all(touchedBy(caseId).map((queryKey) => queries.invalidateQueries({ queryKey }))),
      ),
    [add, caseId, queries],
  )
  return (
    <Stack gap="xs" className="no-print">
      <FileDrop
        title={t('documents.drop-signed')}
        hint={t('documents.drop-signed-hint')}
        accept=".pdf,.jpg,.jpeg,application/pdf,image/jpeg"
        onFiles={take}
      />
      <Group hiddenFrom="md" justify="center">
        <FileButton
          accept="image/jpeg"
          capture="environment"
          onChange={(photo) => photo !== null && take([photo])}
        >
          {(button) => (
            <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} {...button}>
              {t('documents.take-photo')}
            </Button>
          )}
        </FileButton>
      </Group>
      <UploadList uploads={uploads} done={() => t('documents.signed-taken')} />
    </Stack>
  )
}
