import type { papers as en } from '../en/papers.ts'

export const papers: { readonly [K in keyof typeof en]: string } = {}
