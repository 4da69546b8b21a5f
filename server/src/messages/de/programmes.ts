import type { programmes as en } from '../en/programmes.ts'

export const programmes: { readonly [K in keyof typeof en]: string } = {}
