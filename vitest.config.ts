import { defineConfig } from 'vitest/config'

const needsDatabase = ['server/**/*.{db,route}.test.ts', 'server/test/journeys/**/*.test.ts']
const never = ['**/node_modules/**', '**/dist/**']
const databaseSetup = 'server/test/database/global-setup.ts'

/**
 * Three projects, because a global setup runs only for those with tests to run: pure tests start no database, and those
 * of the server no browser.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['server/**/*.test.ts', 'portal/src/**/*.test.ts', 'checks/**/*.test.ts'],
          exclude: [...never, ...needsDatabase],
          globalSetup: 'server/test/install-libreoffice.ts',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: needsDatabase,
          exclude: never,
          globalSetup: databaseSetup,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['portal/test/**/*.test.ts'],
          exclude: never,
          globalSetup: [databaseSetup, 'portal/test/global-setup.ts'],
          // Alone and one file at a time: a browser takes a processor for itself, the server behind it the other.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
