import { readFileSync, writeFileSync } from 'node:fs'
import { context } from '../test/fixtures/xlsx/forms.ts'
import { readTradeInForm } from './modules/forms/reader/read-form.ts'
import { markWorkbook } from './modules/forms/marking/mark-workbook.ts'
import { goodForm, goodInput, manyLines } from '../test/fixtures/xlsx/forms.ts'
import { PDF } from '@libpdf/core'
import { drawPicture } from './platform/confined-worker/draw-picture.ts'
const words = { sheetName: 'Problems', title: 'What has to be corrected', hint: 'Every cell named here is coloured.', none: 'Nothing has to be corrected.', columns: ['Kind','Sheet','Cell','Found','Expected','What is wrong'], error: 'Error', warning: 'Warning' }
const marks = (b: Uint8Array) => readTradeInForm(b, context).problems.map(({message, ...x}: any)=>({...x,text:message}))
const step = process.argv[2]
if (step === 'a') { const bad = await goodForm({ header: { ...goodInput.header, submitterName: '' }, lines: [
 { row: 1, sku: 'MX960BASE-DC', quantity: 1, route: 'return', serial: 'JN122D0FEAFC' },
 { row: 2, sku: 'MX960BASE-DC', quantity: 1, route: 'return', serial: 'JN122D0FEAFC' },
 { row: 3, sku: 'MX999', quantity: 1, route: 'return', serial: '=1+1<&>' }]})
 writeFileSync('/tmp/h1/marked.xlsx', markWorkbook(bad, marks(bad), words) as Uint8Array)
 const big = await goodForm({ lines: manyLines(10_000).map((l)=>({...l, sku:'NOPE-1'})) }); const p = marks(big); const t=performance.now(); const r0=process.memoryUsage.rss(); const m = markWorkbook(big, p, words) as Uint8Array
 console.log(p.length, 'marks', Math.round(performance.now()-t),'ms', big.length, m.length, Math.round((process.memoryUsage.rss()-r0)/1e6),'MB more')
 const pdf = PDF.create(); pdf.addPage({size:'a4'}); const b = await pdf.save()
 for (let i=0;i<3;i++){ const t=performance.now(); const r: any = await drawPicture({source:b,accepts:['application/pdf'],width:1200}); console.log('page', Math.round(performance.now()-t),'ms', r.jpeg.length) }
 process.exit(0)
} else { const lo = new Uint8Array(readFileSync('/tmp/h1/lo/marked.xlsx')); console.log(marks(lo).map((x:any)=>x.cell+' '+x.text)); writeFileSync('/tmp/h1/lo-twice.xlsx', markWorkbook(lo, [], words) as Uint8Array) }
