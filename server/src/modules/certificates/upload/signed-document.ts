import type { Refusal } from '../../../values/refusal.ts'

/** What a signed upload turned out to be. */
export type SignedDocument =
  | { readonly mediaType: 'application/pdf'; readonly pages: number }
  | { readonly mediaType: 'image/jpeg'; readonly width: number; readonly height: number }

/** Why a file is no signed document. Each code says what is wrong; its data what was found and what is allowed. */
export type DocumentRefusal =
  | Refusal<'empty-file'>
  | Refusal<'document-too-large', { megabytes: number; limit: number }>
  /** `found` is the media type that the content has, null when it has none we know. */
  | Refusal<'not-pdf-or-jpeg', { found: string | null }>
  | Refusal<'pdf-truncated'>
  | Refusal<'pdf-damaged'>
  | Refusal<'pdf-encrypted'>
  | Refusal<'pdf-with-javascript'>
  /** `action` is the PDF's own name of it: Launch, SubmitForm ... */
  | Refusal<'pdf-with-action', { action: string }>
  | Refusal<'pdf-with-embedded-files'>
  | Refusal<'pdf-without-pages'>
  | Refusal<'too-many-pages', { pages: number; limit: number }>
  | Refusal<'jpeg-truncated'>
  | Refusal<'jpeg-damaged'>
  | Refusal<'too-many-pixels', { width: number; height: number; megapixels: number }>

export const MOST_MEGABYTES = 25
export const MOST_PAGES = 50
/** A4 at 600 dpi has 35 megapixels; a file of 1 MB can declare 4,000. */
export const MOST_MEGAPIXELS = 50
