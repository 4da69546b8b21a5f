import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figure.ts'
import { median, table } from './statistics.ts'
import { filledForm } from './story-steps.ts'
import { type Cost, watchedRun } from './watched-run.ts'

const LINES = [10, 1_000, 10_000, 100_000]
const SAMPLES = 3

const ours = new URL('../dist/modules/forms/reader/read-form.js', import.meta.url).href
const module = (text: string): readonly [string, readonly string[]] => [
  process.execPath,
  [
    '--input-type=module',
    '--eval',
    `import { readFileSync } from 'node:fs'; const file = process.argv[1]; ${text}`,
  ],
]
const cwd = fileURLToPath(new URL('..', import.meta.url))

/** Programs of one statement, each of which reads the file named last and prints how many rows or lines it saw. */
const programs: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'ours, understood and checked': module(
    `const { readTradeInForm } = await import('${ours}'); const { lines, problems } = readTradeInForm(readFileSync(file), { language: 'en', today: '2026-11-22' }); console.log(lines.length || problems[0].code)`,
  ),
  'hucre, cells only': module(
    `const { readXlsx } = await import('hucre'); console.log(Math.max(...(await readXlsx(readFileSync(file))).sheets.map((sheet) => sheet.rows.length)))`,
  ),
  'exceljs, cells only': module(
    `const { default: ExcelJS } = await import('exceljs'); const book = new ExcelJS.Workbook(); await book.xlsx.readFile(file); console.log(Math.max(...book.worksheets.map((sheet) => sheet.actualRowCount)))`,
  ),
  'openpyxl (Python), cells only': [
    'python3',
    [
      '-c',
      'import sys, openpyxl; book = openpyxl.load_workbook(sys.argv[1], read_only=True); print(max(sum(1 for row in sheet.iter_rows(values_only=True)) for sheet in book.worksheets))',
    ],
  ],
}

/** The same filled forms read by the fastest public readers, in turns in one run; theirs hand over cells, ours lines and problems. */
export async function readers(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-bench-'))
  const here = Object.entries(programs).filter(
    ([, [program]]) =>
      program === process.execPath || spawnSync(program, ['-c', 'import openpyxl']).status === 0,
  )
  try {
    const rows: string[][] = []
    const refusals = new Map<string, string>()
    for (const count of LINES) {
      const file = join(folder, `${count}.xlsx`)
      await writeFile(
        file,
        await filledForm(
          Array.from({ length: count }, (_, index) => ({
            sku: 'MX480BASE-AC',
            serial: `JN${100_000 + index}AFC`,
          })),
        ),
      )
      const costs = new Map<string, Cost[]>(here.map(([name]) => [name, []]))
      for (let sample = 0; sample < SAMPLES; sample++)
        for (const [name, [program, args]] of here) {
          const { output, cost } = await watchedRun(program, [...args, file], cwd)
          if (Number(output) < count) throw new Error(`${name} saw ${output.trim()} of ${count} lines`)
          costs.get(name)?.push(cost)
          if (Number.isNaN(Number(output))) refusals.set(`${name} ${count}`, output.trim())
        }
      for (const [name, samples] of costs) {
        const ms = median(samples.map((cost) => cost.ms))
        rows.push([
          name,
          count.toLocaleString('en'),
          ms.toFixed(0),
          median(samples.map(({ cpuMs }) => cpuMs)).toFixed(0),
          refusals.get(`${name} ${count}`) ?? Math.round(count / (ms / 1000)).toLocaleString('en'),
          (median(samples.map(({ largest }) => largest)) / 2 ** 20).toFixed(0),
        ])
      }
    }
    return {
      title: 'Reading a filled form beside public readers of spreadsheets',
      text: table(['reader', 'lines', 'ms', 'CPU ms', 'lines/s', 'peak MB'], rows),
      notes: [
        `Whole programs from start to end, medians of ${SAMPLES}, in turns. Ours reads the form of the product, finds its sheets and columns, checks every value and words every problem; the others hand over cells and know nothing of forms.`,
        'The product takes forms of up to 10,000 lines and refuses larger ones, by the code that stands here instead of a speed.',
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
