import { Group, Image, Modal, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../../app/language.tsx'

/** The pages as pictures that the server drew; the file of a stranger is never opened here. */
export function SignedPages({ path, pages, number }: { path: string; pages: number; number: number }) {
  const t = useText()
  const [open, setOpen] = useState<number | null>(null)
  const picture = (page: number, width: number) => `/api${path}/signed-document/pages/${page}?width=${width}`
  // A scan may have hundreds of pages; the rest is in the file.
  const shown = Math.min(pages, 12)
  return (
    <div>
      <Group gap="xs">
        {Array.from({ length: shown }, (_, index) => index + 1).map((page) => (
          <UnstyledButton
            key={page}
            onClick={() => setOpen(page)}
            aria-label={t('documents.look-at-page', { page, number })}
          >
            <Image
              src={picture(page, 200)}
              alt=""
              w={100}
              h={130}
              fit="contain"
              loading="lazy"
              bd="1px solid var(--mantine-color-default-border)"
            />
          </UnstyledButton>
        ))}
      </Group>
      {shown < pages && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('documents.more-pages', { shown, pages })}
        </Text>
      )}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        size="xl"
        title={open !== null && t('documents.page-of', { page: open, pages, number })}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
        scrollAreaComponent={ScrollArea.Autosize}
      >
        {open !== null && (
          <Image src={picture(open, 1400)} alt={t('documents.page-of', { page: open, pages, number })} />
        )}
      </Modal>
    </div>
  )
}
