import type { Schema } from '../../../api/client.ts'

/** Files that were handed in for a message that was not sent yet: they outlive a reload, as the text does. */
export interface Draft {
  readonly text: string
  readonly attachments: readonly Pick<Schema['Attachment'], 'number' | 'fileName' | 'size'>[]
}
