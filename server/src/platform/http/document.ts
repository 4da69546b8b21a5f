import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { AnyOperation } from './operation.ts'

type Finish = typeof jsonSchemaTransformObject
type Schemas = Record<string, unknown>

/** What the generator leaves open: uploads have no body of their own, and schemas stand there that nobody points to. */
export const finishedDocument =
  (operations: readonly AnyOperation<never>[]): Finish =>
  (source) => {
    const document = jsonSchemaTransformObject(source) as {
      paths: Record<string, Record<string, Record<string, unknown>>>
      components: { schemas: Schemas }
    }
    for (const { path, method, upload, stream } of operations) {
      const operation = document.paths[path]?.[method.toLowerCase()]
      if (operation === undefined) continue
      if (upload !== undefined) operation['requestBody'] = multipartBody(upload)
      if (stream !== undefined)
        operation['requestBody'] = {
          required: true,
          content: { [stream.mediaType]: { schema: { type: 'string' } } },
        }
    }
    document.components.schemas = reachable(document.paths, document.components.schemas)
    return document
  }

const multipartBody = ({ maxBytes, accepts }: { maxBytes: number; accepts: readonly string[] }) => ({
  required: true,
  description: `One file, at most ${maxBytes / 1024 / 1024} MiB. What it is, its content decides.`,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: accepts[0] } },
      },
      encoding: { file: { contentType: accepts.join(', ') } },
    },
  },
})

/** Each schema exists as input and as output; only those that an operation leads to are kept. */
function reachable(paths: unknown, schemas: Schemas): Schemas {
  const names = new Set<string>()
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (names.has(name)) continue
      names.add(name)
      follow(schemas[name])
    }
  }
  follow(paths)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)))
}
