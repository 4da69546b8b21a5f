import type { en } from '../en/index.ts'
import { cases } from './cases.ts'
import { forms } from './forms.ts'
import { papers } from './papers.ts'
import { program } from './program.ts'
import { programmes } from './programmes.ts'
import { refusals } from './refusals.ts'
import { requests } from './requests.ts'

export const de: { readonly [A in keyof typeof en]: { readonly [K in keyof (typeof en)[A]]: string } } = {
  cases,
  forms,
  papers,
  program,
  programmes,
  refusals,
  requests,
}
