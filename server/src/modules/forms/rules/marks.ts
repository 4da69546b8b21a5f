/**
 * What the writer hides in a form so that the reader knows it again after other programs and people had it: a key in
 * the hidden row above each column and in the hidden column before each field, and a sheet of its own with the form's
 * identity. A sheet and not a document property, because sheets survive being saved by LibreOffice, Excel and exceljs,
 * and custom properties do not survive all three.
 */
export const keyMark = (place: 'header' | 'line', key: string): string => `tmip.${place}.${key}`

/** In A1 of the sheet that we add to list what is wrong: it is no part of the form. */
export const problemsMark = 'tmip.problems'

/** In A1 of the identity sheet; below it a key and a value in each row. */
export const identityMark = 'tmip.form'
