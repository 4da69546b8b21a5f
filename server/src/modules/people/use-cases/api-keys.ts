import { firstRow } from '../../../platform/database/pool.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { apiKeyOf, organisationById } from '../storage/organisations.ts'
import { organisationStream } from './organisations.ts'
import { hashToken, newToken } from './sign-in.ts'

async function ownStream({ db }: House<PeopleFact>, { actor }: Pick<Caller, 'actor'>) {
  const organisation = await firstRow(db, organisationById, [actor.organisationId])
  if (organisation === undefined) throw new Error(`no organisation ${actor.organisationId}`)
  return organisationStream(organisation.id, organisation.version, organisation.head)
}

type Created = { id: string; name: string; token: string | null; expiresAt: string | null }

/**
 * The token is shown once and kept only as a hash. Asked again with the same Idempotency-Key the stored answer has no
 * token: a secret in the idempotency table would be a secret in plain text.
 */
export async function createApiKey(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'actor' | 'by'>,
  { name, expiresAt }: { name: string; expiresAt: string | null },
  requestKey?: RequestKey,
) {
  const token = newToken('key')
  const keyId = newId()
  const answer = await runCommand<PeopleFact, Created, never>(house, {
    by: caller.by,
    requestKey,
    decide: async () => ({
      streams: [
        {
          stream: await ownStream(house, caller),
          facts: [{ type: 'api-key-created', keyId, personId: caller.actor.personId, name, expiresAt }],
        },
      ],
      unrecorded: [
        update('api_key', { id: keyId }, { token_hash: `\\x${hashToken(token).toString('hex')}` }),
      ],
      reply: { id: keyId, name, token: null, expiresAt },
      status: 201,
    }),
  })
  return 'refused' in answer || answer.replayed ? answer : { ...answer, reply: { ...answer.reply, token } }
}

export async function revokeApiKey(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'actor' | 'by'>,
  keyId: string,
  requestKey?: RequestKey,
) {
  return runCommand<PeopleFact, null, Refusal<'api-key-not-found'>>(house, {
    by: caller.by,
    requestKey,
    decide: async () => {
      const key = await firstRow(house.db, apiKeyOf, [keyId, caller.actor.personId])
      if (key === undefined || key.revoked_at !== null) return { refused: 'api-key-not-found' }
      return {
        streams: [{ stream: await ownStream(house, caller), facts: [{ type: 'api-key-revoked', keyId }] }],
        reply: null,
        status: 204,
      }
    },
  })
}
