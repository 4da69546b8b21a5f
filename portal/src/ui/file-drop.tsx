import { Button, FileButton, Paper, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useState } from 'react'
import { useText } from '../app/language.tsx'

/** Files by dragging, by pasting anywhere on the screen, or by the system's own dialog. */
export function FileDrop({
  title,
  hint,
  accept,
  multiple = false,
  onFiles,
}: {
  title: string
  hint: string
  /** As for `<input accept>`; only a help for the dialog, the server decides by content. */
  accept: string
  multiple?: boolean
  onFiles: (files: File[]) => void
}) {
  const t = useText()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])]
      if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [multiple, onFiles])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <Paper
      withBorder
      p="lg"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      bg={over ? 'var(--mantine-primary-color-light)' : undefined}
      style={{ borderStyle: 'dashed', borderWidth: 2 }}
      className="no-print"
    >
      <Stack align="center" gap={6} ta="center">
        <IconUpload size={28} stroke={1.5} aria-hidden />
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        <FileButton
          accept={accept}
          multiple={multiple}
          onChange={(chosen: File | File[] | null) => {
            const files = Array.isArray(chosen) ? chosen : chosen === null ? [] : [chosen]
            if (files.length > 0) onFiles(files)
          }}
        >
          {(button) => (
            <Button variant="default" {...button}>
              {t(multiple ? 'shell.choose-files' : 'shell.choose-file')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Paper>
  )
}
