import { Table } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly number?: boolean
  /** Heads the card that a row becomes on a phone. */
  readonly main?: boolean
}

/**
 * A table on a wide screen, a stack of cards on a phone: the same markup, told apart by CSS. Where `columns` stay the
 * same ones (useMemo), rows that are there already are not drawn again when more come.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  /** What the table holds, for those who do not see it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}) {
  return (
    <div className={classes['frame']}>
      <Table className={classes['table']} verticalSpacing="xs" highlightOnHover>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title, number }) => (
              <Table.Th key={key} scope="col" className={number ? 'number' : undefined}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DataRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const DataRow = memo(function DataRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <Table.Tr>
      {columns.map(({ key, title, cell, number, main }) => (
        <Table.Td key={key} data-title={title} data-main={main} className={number ? 'number' : undefined}>
          {cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}) as <Row>(props: { row: Row; columns: readonly Column<Row>[] }) => ReactNode
