import { sql } from '../../../platform/database/pool.ts'
import type { ThreadSide } from '../facts.ts'

export interface AttachmentRow {
  case_id: string
  number: number
  file: Buffer
  file_name: string
  size: number
  media_type: string
  uploaded_by: string
  uploaded_at: string
  message: number | null
  organisation_id: string
  /** As they are called today: names are never in the history. */
  person_name: string
  organisation_name: string
}
const attachment = `
  select a.*, p.organisation_id, p.name as person_name, o.name as organisation_name
    from attachment a join person p on p.id = a.uploaded_by join organisation o on o.id = p.organisation_id`

export const attachmentsPage = sql<AttachmentRow>(
  'attachments-page',
  `${attachment} where a.case_id = $1 and a.number > $2 order by a.number limit $3`,
)
export const attachmentsByNumber = sql<AttachmentRow>(
  'attachments-by-number',
  `${attachment} where a.case_id = $1 and a.number = any($2) order by a.number`,
)
export const attachmentsOfMessages = sql<AttachmentRow>(
  'attachments-of-messages',
  `${attachment} where a.case_id = $1 and a.message = any($2) order by a.message, a.number`,
)

export interface MessageRow {
  case_id: string
  number: number
  author: string
  side: ThreadSide
  text: string
  posted_at: string
  person_name: string
  organisation_name: string
}
/** Newest first. */
export const messagesPage = sql<MessageRow>(
  'messages-page',
  `select m.*, p.name as person_name, o.name as organisation_name
     from message m join person p on p.id = m.author join organisation o on o.id = m.author_organisation
    where m.case_id = $1 and ($2::int is null or m.number < $2) order by m.number desc limit $3`,
)
