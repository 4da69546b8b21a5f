/**
 * Passwords by length, not by signs. NIST SP 800-63B-4, 3.1.1.2 wants at least 15 characters where a password stands
 * alone, as it does here, 8 beside a second factor, and a list of common passwords that are refused. We ask for 12 and
 * refuse only what contains the person's own address: less than that standard, and SECURITY.md says so.
 */
export function passwordFault(
  password: string,
  email: string,
): 'password-too-short' | 'password-too-long' | 'password-is-address' | null {
  if ([...password].length < 12) return 'password-too-short'
  if (password.length > 256) return 'password-too-long'
  const local = email.split('@')[0]!.toLowerCase()
  return local.length >= 4 && password.toLowerCase().includes(local) ? 'password-is-address' : null
}
