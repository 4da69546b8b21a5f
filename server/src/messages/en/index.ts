import { cases } from './cases.ts'
import { forms } from './forms.ts'
import { papers } from './papers.ts'
import { program } from './program.ts'
import { programmes } from './programmes.ts'
import { refusals } from './refusals.ts'

export const en = { cases, forms, papers, program, programmes, refusals } as const
