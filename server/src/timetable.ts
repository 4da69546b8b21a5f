/** Everything that runs by the clock, on one page. Times are UTC (minute hour day month weekday). */
export const timetable = [
  { task: 'seal-history', cron: '5 * * * *' },
  { task: 'forget-expired', cron: '35 * * * *' },
] as const
