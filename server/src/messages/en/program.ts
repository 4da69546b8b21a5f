/** What the command line says. */
export const program = {
  ready: 'TMIP is ready: {address}',
  reference: 'API reference:  {address}/docs',
  'sign-in': 'Sample people, all with the password {password}:',
  stop: 'Ctrl-C stops everything.',
  'set-database-url':
    'DATABASE_URL is not set. Name the PostgreSQL database to use, for example postgres://user:password@host:5432/tmip.',
  'set-public-address':
    'PUBLIC_ADDRESS is not set or no web address. Set the address under which people reach this server, for example https://tmip.example.com.',
  'set-password':
    'TMIP_PASSWORD is not set. Put the first password of the administrator there (at least 12 characters).',
  'sample-secret': 'The password in DATABASE_URL is a sample. Give the database user a random one.',
  'sample-world':
    'This database holds the sample world with its known passwords. Use another database for production; “tmip administrator create” makes the first person in it.',
  'not-empty':
    'This database already holds organisations, and “npm start” would put sample people with known passwords beside them. Unset DATABASE_URL to try the product, or use “tmip serve” for this database.',
  migrated: 'The database has the newest shape.',
  published: 'Published {id} {version} (digest {digest}). New orders follow it from now on.',
  'administrator-created': '{email} can sign in as administrator.',
  'history-holds':
    'History and tables agree: {facts, plural, one {# fact} other {# facts}} in {streams, plural, one {# chain} other {# chains}}, {rows, plural, one {# row} other {# rows}}.',
  'history-differs':
    'History and tables DIFFER (after {facts, plural, one {# fact} other {# facts}} in {streams, plural, one {# chain} other {# chains}}). The first difference:',
  'difference-chain-broken': 'The chain is broken at {where}: the fact is not the one that was hashed.',
  'difference-sequence-gap': 'A fact is missing before {where}.',
  'difference-history-impossible': 'The history of {where} holds facts that cannot have happened.',
  'difference-row-missing': 'A row is missing: {where}.',
  'difference-row-unexplained': 'No fact explains this row: {where}.',
  'difference-column-differs': 'A value was changed outside the history: {where}.',
  'difference-ledger-unbalanced': 'The ledger does not balance: {where}.',
  'difference-seal-broken': 'A chain was rewritten after it was sealed: {where}.',
} as const
