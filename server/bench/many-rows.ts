import pg from 'pg'

export const MANY = 200_000
const OLD = 60

/**
 * A world some years old, written straight into the tables: 200,000 orders with one case and two units each, 2,000
 * customers. A fifth belongs to one large customer (C-1001), the 60 oldest to a small one (C-1002); nine in ten are closed.
 * Only for looking at plans and lists: there are no facts behind these rows.
 */
export async function fillWithManyRows(url: string): Promise<void> {
  await copying(url, async (copyOf, query) => {
    await copyCases(MANY, copyOf, query)
    for (const row of [1, 2]) {
      await copyOf(
        'unit',
        {
          order_id: id('order', 'n'),
          row: String(row),
          customer_id: 'customer',
          case_id: `'GEN-' || n`,
          serial: `'GEN' || n || '${row}'`,
        },
        `many where t.row = 1 and t.order_id = (select id from orders where number = 'SEED')`,
      )
    }
    const at = instants(MANY)
    await copyOf(
      'unmatched_goods',
      {
        number: 'n + 10',
        serial: `'LOST' || n`,
        shelf_number: `'H-' || n`,
        held_at: at(),
        resolved_at: `case when n % 10 <> 0 then ${at(2)} end`,
      },
      `many where t.serial = 'SEEDLOST'`,
    )
  })
}

/** The same world without its units and goods, which take most of the time, for lists that read only cases and orders. */
export const fillWithManyCases = (url: string, many: number): Promise<void> =>
  copying(url, (copyOf, query) => copyCases(many, copyOf, query))

type CopyOf = (table: string, changes: Readonly<Record<string, string>>, from: string) => Promise<void>
type Query = (statement: string) => Promise<unknown>

const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`

/** However many there are, they spread over the same two and a half years. */
const instants =
  (many: number) =>
  (days = 0): string =>
    `timestamptz '2024-01-01' + n * interval '${(MANY / many) * 7 * 60} seconds' + interval '${days} days'`

async function copyCases(many: number, copyOf: CopyOf, query: Query): Promise<void> {
  const at = instants(many)
  await copyOf(
    'organisation',
    { id: id('customer', 'n'), name: `'Customer ' || n`, account: `'X-' || n`, sample: 'false' },
    `generate_series(1, 2000) n where t.account = 'C-1001'`,
  )
  await query(`
    create temp table many as
    select n, case when n <= ${OLD} then small.id when n % 5 = 0 then large.id else ${id('customer', '(1 + n % 2000)')} end as customer
      from generate_series(1, ${many}) n, organisation small, organisation large
     where small.account = 'C-1002' and large.account = 'C-1001'`)
  await copyOf(
    'orders',
    { id: id('order', 'n'), number: `'GEN-' || n`, customer_id: 'customer', registered_at: at() },
    `many where t.number = 'SEED'`,
  )
  await copyOf(
    'cases',
    {
      id: `'GEN-' || n`,
      order_id: id('order', 'n'),
      customer_id: 'customer',
      opened_at: at(),
      due_at: at(63),
      closed_at: `case when n % 10 <> 0 and n > ${OLD} then ${at(44)} end`,
    },
    `many where t.order_id = (select id from orders where number = 'SEED')`,
  )
}

/** `copyOf` writes rows like the one that `from` picks as t, with other values in some columns. */
async function copying(url: string, work: (copyOf: CopyOf, query: Query) => Promise<void>): Promise<void> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const query: Query = (statement) => db.query(statement)
  const copyOf: CopyOf = async (table, changes, from) => {
    const { rows } = await db.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const values = rows.map(({ name }) => changes[name] ?? `t."${name}"`)
    const names = rows.map(({ name }) => `"${name}"`)
    await db.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, ${from}`,
    )
  }
  try {
    await work(copyOf, query)
    await db.query('vacuum analyze')
  } finally {
    await db.end()
  }
}
