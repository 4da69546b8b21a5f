import { z } from 'zod'
import { operationsOf } from '../../../platform/http/operation.ts'
import type { Caller } from '../rules/caller.ts'

/** An operation for somebody who is signed in; what the other modules write theirs with. */
export const operation = operationsOf<Caller>()

export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
export const byId = z.object({ id: z.uuid() })
export const personName = z.string().trim().min(1).max(200)
export const searchText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe('Any part, in capitals or not.')
