/** The program: `tmip`. Each command is a few lines; what it does stands in commands/. */
import { Command, Option } from 'commander'
import { productVersion } from './version.ts'

const program = new Command('tmip')
  .description('Technology Migration Incentive Program: server, worker and tools')
  .version(productVersion)
  .showHelpAfterError()
  .configureOutput({ outputError: (text, write) => write(text) })

const language = () =>
  new Option('--language <language>', 'en or de').choices(['en', 'de']).default(systemLanguage())

program
  .command('start')
  .description('everything on this machine: embedded PostgreSQL in ./data, sample world, server and worker')
  .action(async () => (await import('./commands/serve.ts')).start())
program
  .command('serve')
  .description('the production server; needs DATABASE_URL and PUBLIC_ADDRESS')
  .action(async () => (await import('./commands/serve.ts')).serve())
program
  .command('worker')
  .description('works off the queue and the timetable; needs DATABASE_URL')
  .action(async () => (await import('./commands/serve.ts')).worker())
program
  .command('migrate')
  .description('brings the database to the newest shape')
  .action(async () => (await import('./commands/maintain.ts')).migrateDatabase())
program
  .command('openapi')
  .description('prints the OpenAPI document')
  .action(async () => (await import('./commands/maintain.ts')).printOpenApi())

const history = program.command('history').description('the append-only history')
history
  .command('verify')
  .description('proves that chains and tables agree, or names the first difference')
  .action(async () => (await import('./commands/maintain.ts')).verify())

const programme = program.command('programme').description('programmes, the rules as a datum')
programme
  .command('check <file>')
  .description('checks a programme file and names line, column and what is expected')
  .addOption(language())
  .action(async (file: string, options) =>
    (await import('./commands/programme.ts')).check(file, options.language),
  )
programme
  .command('publish <file>')
  .description('makes it the current version for new orders; needs a running database')
  .addOption(language())
  .action(async (file: string, options) =>
    (await import('./commands/programme.ts')).publish(file, options.language),
  )

programme
  .command('schema')
  .description(
    'prints the JSON Schema of programme files, for editors that complete and check while one types',
  )
  .action(async () => (await import('./commands/programme.ts')).printSchema())

const form = program.command('form').description('the trade-in form')
form
  .command('read <file>')
  .description('reads a form without a server; exit 0 read, 1 read with problems, 2 refused')
  .option('--json', 'the whole reading as JSON')
  .option('--columns <columns>', 'of a list of your own: suggested, or which is which, B=sku,C=serial')
  .addOption(
    new Option('--route <route>', 'for lines of such a list that say nothing of it').choices([
      'return',
      'destroy',
    ]),
  )
  .option('--programme <file>', 'a programme file; only its SKUs are taken')
  .addOption(language())
  .action(async (file: string, options) => {
    const { runFormRead } = await import('./modules/forms/reader/run-form-read.ts')
    const { exitCode, output } = await runFormRead(file, {
      json: options.json === true,
      language: options.language,
      columns: options.columns,
      route: options.route,
      programme: options.programme,
    })
    process.stdout.write(`${output}\n`)
    process.exitCode = exitCode
  })

const administrator = program.command('administrator').description('the first person of a new installation')
administrator
  .command('create')
  .description(
    'creates the vendor organisation if needed and an administrator; the password is read from TMIP_PASSWORD',
  )
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .requiredOption('--organisation <name>')
  .requiredOption('--country <code>', 'ISO 3166-1 alpha-2')
  .requiredOption('--time-zone <zone>', 'IANA name')
  .addOption(language())
  .action(async (options) => (await import('./commands/administrator.ts')).createAdministrator(options))

function systemLanguage(): string {
  return (process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '')
    .toLowerCase()
    .startsWith('de')
    ? 'de'
    : 'en'
}

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`tmip: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
