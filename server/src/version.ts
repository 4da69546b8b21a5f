/** On its own, so that the command line can say it without loading the whole house (0.9 s against 0.1 s). */
export const productVersion = '0.1.0'
