import { defineConfig } from 'vitest/config'

const needsDatabase = ['server/**/*.{db,route}.test.ts', 'server/test/journeys/**/*.test.ts']
const never = ['**/node_modules/**', '**/dist/**']

/** Two projects, because a global setup runs only for those with tests to run: pure tests start no database. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['server/**/*.test.ts', 'checks/**/*.test.ts'],
          exclude: [...never, ...needsDatabase],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: needsDatabase,
          exclude: never,
          globalSetup: 'server/test/database/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
