import { Group, Image, Modal, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/language.tsx'
import type { Held } from './queries.ts'

export function Photos({ held: { receiptId, number, photos } }: { held: Held }) {
  const t = useText()
  const [shown, setShown] = useState<number | null>(null)
  const source = (photo: number) => `/api/receipts/${receiptId}/scans/${number}/photos/${photo}`
  const text = (photo: number) => t('desk.photo', { photo, photos: photos.length })
  return (
    <Group gap="xs" mb="xs">
      {photos.map((photo) => (
        <UnstyledButton key={photo} onClick={() => setShown(photo)}>
          <Image
            src={source(photo)}
            alt={text(photo)}
            w={120}
            h={90}
            fit="cover"
            radius="sm"
            loading="lazy"
          />
        </UnstyledButton>
      ))}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="xl"
        title={shown !== null && text(shown)}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        {shown !== null && <Image src={source(shown)} alt={text(shown)} />}
      </Modal>
    </Group>
  )
}
