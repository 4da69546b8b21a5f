/** Fills a form as a person at LibreOffice would: a small Basic program opens it, writes into its cells and saves it. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the demo's customer writes into a form, by the field keys that the form carries. */
export type Values = Readonly<Record<string, string>>

/** The program and its version, or undefined where none is installed. */
export async function findLibreOffice(): Promise<{ program: string; version: string } | undefined> {
  const programs = [
    'soffice',
    'libreoffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ]
  for (const program of programs) {
    try {
      const { stdout } = await run(program, ['--version'], { timeout: 60_000 })
      const version = /LibreOffice [\d.]+/.exec(stdout)?.[0]
      if (version !== undefined) return { program, version }
    } catch {
      // Not this one.
    }
  }
  return undefined
}

/**
 * In a profile of its own: the user's LibreOffice may be open, and a second one on its profile would hand the work to
 * that one and return at once. The first start writes a profile and with it an empty Basic library over whatever is
 * there; so the program is put in after it.
 * @param header by field key @param lines by row number, then by field key
 */
export async function fillWithLibreOffice(
  program: string,
  form: Uint8Array,
  header: Values,
  lines: Readonly<Record<number, Values>>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tmip-libreoffice-'))
  try {
    const [before, after, profile] = ['form.xlsx', 'filled.xlsx', 'profile'].map((name) =>
      join(folder, name),
    ) as [string, string, string]
    const office = (...args: string[]) =>
      run(
        program,
        [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args],
        {
          timeout: 180_000,
        },
      )
    await writeFile(before, form)
    await office('--terminate_after_init')
    const library = join(profile, 'user', 'basic', 'Standard')
    await mkdir(library, { recursive: true })
    await writeFile(join(library, 'script.xlb'), modules)
    await writeFile(join(library, 'Form.xba'), moduleOf(basic(before, after, header, lines)))
    await office('macro:///Standard.Form.Fill')
    return await readFile(after)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Fields are found by the keys that every form carries in a hidden column and a hidden row. */
const basic = (
  before: string,
  after: string,
  header: Values,
  lines: Readonly<Record<number, Values>>,
): string => `
Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(${text(pathToFileURL(before).href)}, "_blank", 0, hidden())
${Object.entries(header)
  .map(([key, value]) => `  Put(book, ${text(`tmip.header.${key}`)}, 0, ${text(value)})`)
  .join('\n')}
${Object.entries(lines)
  .flatMap(([row, values]) =>
    Object.entries(values).map(
      ([key, value]) => `  Put(book, ${text(`tmip.line.${key}`)}, ${row}, ${text(value)})`,
    ),
  )
  .join('\n')}
  Dim asExcel(0) As New com.sun.star.beans.PropertyValue
  asExcel(0).Name = "FilterName"
  asExcel(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(${text(pathToFileURL(after).href)}, asExcel())
  book.close(True)
  StarDesktop.terminate()
End Sub

Sub Put(book, key, line, value)
  For Each sheet In book.Sheets
    area = sheet.createCursor()
    area.gotoEndOfUsedArea(True)
    cells = area.DataArray
    For r = 0 To UBound(cells)
      For c = 0 To UBound(cells(r))
        If cells(r)(c) = key Then
          If line = 0 Then
            sheet.getCellByPosition(2, r).String = value
            Exit Sub
          End If
          For below = r + 1 To UBound(cells)
            If CStr(cells(below)(0)) = CStr(line) Then
              sheet.getCellByPosition(c, below).String = value
              Exit Sub
            End If
          Next
        End If
      Next
    Next
  Next
End Sub
`

/** A string of Basic: quotes are doubled, and nothing else is special. */
const text = (value: string): string => `"${value.replaceAll('"', '""')}"`

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const modules = `${xml}
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Form"/>
</library:library>`
const moduleOf = (source: string): string => `${xml}
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Form" script:language="StarBasic">${source
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')}</script:module>`
