import type { forms as en } from '../en/forms.ts'

export const forms: { readonly [K in keyof typeof en]: string } = {}
