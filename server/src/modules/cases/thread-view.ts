import { z } from 'zod'
import type { AttachmentRow, MessageRow } from './storage/thread.ts'

export const attachmentView = z
  .object({
    number: z.int(),
    fileName: z.string(),
    size: z.int().describe('Bytes.'),
    mediaType: z.string().describe('By its content. It is only handed out to be saved.'),
    uploadedBy: z.string().describe('Name of the person.'),
    organisation: z.string(),
    uploadedAt: z.string(),
    message: z.int().nullable().describe('The message that names it; null while none does.'),
  })
  .meta({ id: 'Attachment' })
export type AttachmentView = z.output<typeof attachmentView>

export const messageView = z
  .object({
    number: z.int(),
    side: z.enum(['customer', 'partner', 'vendor']),
    author: z.string().describe('Name of the person.'),
    organisation: z.string(),
    postedAt: z.string(),
    text: z.string(),
    attachments: z.array(attachmentView),
  })
  .meta({ id: 'Message' })
export type MessageView = z.output<typeof messageView>

export const viewOfAttachment = (
  row: Omit<AttachmentRow, 'case_id' | 'file' | 'uploaded_by' | 'organisation_id'>,
): AttachmentView => ({
  number: row.number,
  fileName: row.file_name,
  size: row.size,
  mediaType: row.media_type,
  uploadedBy: row.person_name,
  organisation: row.organisation_name,
  uploadedAt: row.uploaded_at,
  message: row.message,
})

export const viewOfMessage = (
  row: Omit<MessageRow, 'case_id' | 'author'>,
  attachments: readonly AttachmentRow[],
): MessageView => ({
  number: row.number,
  side: row.side,
  author: row.person_name,
  organisation: row.organisation_name,
  postedAt: row.posted_at,
  text: row.text,
  attachments: attachments.filter(({ message }) => message === row.number).map(viewOfAttachment),
})
