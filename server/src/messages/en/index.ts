import { cases } from './cases.ts'
import { forms } from './forms.ts'
import { papers } from './papers.ts'
import { programmes } from './programmes.ts'

export const en = { cases, forms, papers, programmes } as const
