/** The present as an ISO instant with milliseconds. Everything that depends on time is handed one of these. */
export type Clock = () => string
export const systemClock: Clock = () => new Date().toISOString()
