import { posix } from 'node:path'
import {
  type Expression,
  type JSXAttributeValue,
  type JSXChild,
  type JSXExpression,
  parseSync,
  Visitor,
} from 'oxc-parser'
import { textOf } from './tracked-files.ts'

export interface Import {
  /** As written, or the path from the root when it is one of ours. */
  readonly target: string
  /** True when nothing of it is left after compiling. */
  readonly typeOnly: boolean
  /** True for `import()`. */
  readonly lazy: boolean
  readonly line: number
}

/** What the house rules ask of one source file, taken from its syntax tree: comments and texts cannot mislead it. */
export interface Source {
  readonly path: string
  readonly imports: readonly Import[]
  /** Every string and template, with `…` where a template has a value. */
  readonly texts: readonly { readonly text: string; readonly line: number }[]
  /** Member chains such as `console.log`, and `new Date` with nothing in its brackets. */
  readonly uses: readonly { readonly name: string; readonly line: number }[]
  /** Lines of `async` functions and `await`. */
  readonly waits: readonly number[]
  /** What stands in the markup as it will be read: between tags, and in an attribute that is a text (`where`). */
  readonly shown: readonly { readonly text: string; readonly where: string; readonly line: number }[]
}

/** Attributes that somebody reads or hears. */
const readAttribute =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|caption|description|error|hint|label|legend|nothingFoundMessage|placeholder|subtitle|title)$/

type JsxValue = JSXChild | JSXAttributeValue | JSXExpression | Expression | null
const read = new Map<string, Source>()

/** Throws when the file does not parse: a file nobody understood must not count as checked. */
export function sourceOf(path: string): Source {
  const known = read.get(path)
  if (known !== undefined) return known
  const text = textOf(path)
  const { program, module, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path} does not parse: ${errors[0].message}`)

  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const add = (specifier: string, typeOnly: boolean, offset: number, lazy = false) =>
    imports.push({ target: resolve(path, specifier), typeOnly, lazy, line: lineAt(offset) })
  for (const { moduleRequest, entries, start } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType), start)
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType, start } of entries)
      if (moduleRequest !== null) add(moduleRequest.value, isType, start)

  const texts: { text: string; line: number }[] = []
  const uses: { name: string; line: number }[] = []
  const waits: number[] = []
  const shown: { text: string; where: string; line: number }[] = []
  const noteShown = (node: JsxValue, where: string): void => {
    if (node === null) return
    if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string'))
      shown.push({ text: String(node.value), where, line: lineAt(node.start) })
    else if (node.type === 'TemplateLiteral')
      shown.push({
        text: node.quasis.map((part) => part.value.cooked ?? '').join(' '),
        where,
        line: lineAt(node.start),
      })
    else if (node.type === 'JSXExpressionContainer') noteShown(node.expression, where)
    else if (node.type === 'LogicalExpression') noteShown(node.right, where)
    else if (node.type === 'ConditionalExpression') {
      noteShown(node.consequent, where)
      noteShown(node.alternate, where)
    }
  }
  const noteAsync = (node: { readonly async: boolean; readonly start: number }) => {
    if (node.async) waits.push(lineAt(node.start))
  }
  new Visitor({
    FunctionDeclaration: noteAsync,
    FunctionExpression: noteAsync,
    ArrowFunctionExpression: noteAsync,
    AwaitExpression: (node) => {
      waits.push(lineAt(node.start))
    },
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push({ text: node.value, line: lineAt(node.start) })
    },
    TemplateLiteral: (node) => {
      texts.push({
        text: node.quasis.map((part) => part.value.cooked ?? '').join('…'),
        line: lineAt(node.start),
      })
    },
    MemberExpression: (node) => {
      const name = text.slice(node.start, node.end)
      if (/^[\w$]+(\.[\w$]+)+$/.test(name)) uses.push({ name, line: lineAt(node.start) })
    },
    NewExpression: (node) => {
      if (node.arguments.length === 0)
        uses.push({ name: `new ${text.slice(node.callee.start, node.callee.end)}`, line: lineAt(node.start) })
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string')
        add(node.source.value, false, node.start, true)
    },
    JSXElement: (node) => {
      for (const child of node.children) noteShown(child, 'between tags')
    },
    JSXFragment: (node) => {
      for (const child of node.children) noteShown(child, 'between tags')
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && readAttribute.test(node.name.name))
        noteShown(node.value, node.name.name)
    },
    TSImportType: (node) => {
      add(node.source.value, true, node.start)
    },
  }).visit(program)

  const source = { path, imports, texts, uses, waits, shown }
  read.set(path, source)
  return source
}

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
