import pg from 'pg'

const toNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer ${text} is beyond 2^53`)
  return value
}

/**
 * How PostgreSQL's types become ours: instants are ISO strings in UTC, dates are `YYYY-MM-DD`, bigint is a safe integer.
 * pg's own choice, a Date, would carry the server's time zone into calendar dates.
 */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: toNumber, // int8
  1082: (text) => text, // date
  1184: (text) => new Date(text).toISOString(), // timestamptz
  1700: Number, // numeric: weights only, never money
}

export type Database = pg.Pool

export interface Sql<Row extends pg.QueryResultRow> {
  /** The name of the prepared statement: planned once per connection (measured: 1,503 against 683 writes/s unnamed). */
  readonly name: string
  readonly text: string
  readonly rowType?: Row
}

/**
 * Statements here find rows by key, and are planned once per connection. A plan made while a table was small would scan
 * it whole, and would be kept after it has grown (PostgreSQL replans only after ANALYZE); from JSON and arrays the
 * planner expects 100 rows and likes to hash whole tables for them. Nested loops over indexes are right at any size.
 * Said with the connection itself: as a first query it left pg-pool 3.14 waiting for ever when PostgreSQL died in it.
 */
const PLANS = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']
  .map((name) => `-c ${name}=off`)
  .join(' ')

export function openPool(url: string, size = 8): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    options: PLANS,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
    },
  })
  // Without a handler a restart of PostgreSQL would end this process; the next query opens a new connection instead.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

export async function rows<Row extends pg.QueryResultRow>(
  db: Database | pg.PoolClient,
  sql: Sql<Row>,
  values: unknown[],
): Promise<Row[]> {
  return (await db.query<Row>({ name: sql.name, text: sql.text, values })).rows
}

export async function firstRow<Row extends pg.QueryResultRow>(
  db: Database | pg.PoolClient,
  sql: Sql<Row>,
  values: unknown[],
): Promise<Row | undefined> {
  return (await rows(db, sql, values))[0]
}

export const sql = <Row extends pg.QueryResultRow = Record<string, never>>(
  name: string,
  text: string,
): Sql<Row> => ({ name, text })
