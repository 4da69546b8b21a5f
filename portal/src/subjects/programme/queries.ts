import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Choices = Schema['ProgrammeChoices']
export type Preview = Schema['ProgrammePreview']
export type Change = Schema['ProgrammeDifference']['entries'][number]
export type Version = Schema['ProgrammeVersionInList']

/** A version is what it is for ever; only the words change with the language, which asks for everything again. */
const forEver = { staleTime: Number.POSITIVE_INFINITY }

export const choicesQuery = (id: string, programmeVersion: string) =>
  queryOptions({
    queryKey: ['programmes', id, 'choices', programmeVersion],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}/choices', {
          params: { path: { id, programmeVersion } },
        }),
      ),
    ...forEver,
  })

export const differenceQuery = (id: string, from: string, programmeVersion: string) =>
  queryOptions({
    queryKey: ['programmes', id, 'difference', from, programmeVersion],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}/difference', {
          params: { path: { id, programmeVersion }, query: { from } },
        }),
      ),
    ...forEver,
  })

export const versionsKey = (id: string) => ['programmes', id, 'versions'] as const
export const loadVersions = (id: string, cursor: string | undefined) =>
  answerOf(api.GET('/programmes/{id}/versions', { params: { path: { id }, query: { cursor, limit: 100 } } }))

export const catalogueQuery = (id: string, programmeVersion: string, search: string, kind: 'old' | 'new') =>
  queryOptions({
    queryKey: ['programmes', id, 'catalogue', programmeVersion, kind, search],
    queryFn: () =>
      answerOf(
        api.GET('/programmes/{id}/versions/{programmeVersion}/catalogue', {
          params: { path: { id, programmeVersion }, query: { search, kind } },
        }),
      ),
    enabled: search !== '',
  })

/** The API takes a programme as the text of its file, not as JSON. */
const asYaml = { headers: { 'content-type': 'application/yaml' }, bodySerializer: (text: string) => text }

export const previewProgramme = (body: string) =>
  answerOf(api.POST('/programmes/preview', { body, ...asYaml }))
export const publishProgramme = (body: string, header: { 'idempotency-key': string }) =>
  answerOf(api.POST('/programmes', { params: { header }, body, ...asYaml }))
