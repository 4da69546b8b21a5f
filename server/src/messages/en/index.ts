import { forms } from './forms.ts'
import { papers } from './papers.ts'
import { programmes } from './programmes.ts'

export const en = { forms, papers, programmes } as const
