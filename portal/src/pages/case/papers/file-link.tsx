import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

/** A file of the server, to be saved. */
export function FileLink({
  path,
  text,
  about,
  subtle = false,
}: {
  path: string
  text: string
  /** Which one, for those who hear a list of links without what stands around them. */
  about?: string
  subtle?: boolean
}) {
  return (
    <Button
      component="a"
      href={`/api${path}`}
      download
      variant={subtle ? 'subtle' : 'default'}
      size={subtle ? 'compact-sm' : 'sm'}
      leftSection={<IconDownload size={16} aria-hidden />}
      className="no-print"
    >
      {text}
      {about !== undefined && <span className="visually-hidden"> {about}</span>}
    </Button>
  )
}
