import { firstRow } from '../../../platform/database/pool.ts'
import { update } from '../../../platform/history/patch.ts'
import type { House } from '../../../platform/house.ts'
import { type RequestKey, runCommand } from '../../../platform/run-command.ts'
import { newId } from '../../../values/identifiers.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { PeopleFact } from '../facts.ts'
import type { Caller } from '../rules/caller.ts'
import { type ApiKeyRow, apiKeyById } from '../storage/api-keys.ts'
import { streamOf, visibleOrganisation } from './organisations.ts'
import { hashOfToken, newToken } from './sign-in.ts'

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
          stream: await streamOf(house, caller.actor.organisationId),
          facts: [{ type: 'api-key-created', keyId, personId: caller.actor.personId, name, expiresAt }],
        },
      ],
      unrecorded: [update('api_key', { id: keyId }, { token_hash: hashOfToken(token) })],
      reply: { id: keyId, name, token: null, expiresAt },
      status: 201,
    }),
  })
  return 'refused' in answer || answer.replayed ? answer : { ...answer, reply: { ...answer.reply, token } }
}

/** Ends a key of one's own. */
export async function revokeApiKey(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'actor' | 'by'>,
  keyId: string,
  requestKey?: RequestKey,
) {
  const { personId, organisationId } = caller.actor
  return revoke(house, caller, organisationId, keyId, (key) => key.person_id === personId, requestKey)
}

/** Ends a key of anybody in an organisation that the caller looks after. */
export async function revokeOrganisationApiKey(
  house: House<PeopleFact>,
  caller: Pick<Caller, 'scope' | 'by'>,
  { organisationId, keyId }: { organisationId: string; keyId: string },
  requestKey?: RequestKey,
) {
  if ((await visibleOrganisation(house, caller, organisationId)) === undefined)
    return { refused: 'organisation-not-found' as const }
  return revoke(house, caller, organisationId, keyId, () => true, requestKey)
}

const revoke = (
  house: House<PeopleFact>,
  { by }: Pick<Caller, 'by'>,
  organisationId: string,
  keyId: string,
  isMeant: (key: ApiKeyRow) => boolean,
  requestKey?: RequestKey,
) =>
  runCommand<PeopleFact, null, Refusal<'api-key-not-found'>>(house, {
    by,
    requestKey,
    decide: async () => {
      const stream = await streamOf(house, organisationId)
      const key = await firstRow(house.db, apiKeyById, [keyId])
      if (key === undefined || key.revoked_at !== null) return { refused: 'api-key-not-found' }
      if (key.organisation_id !== organisationId || !isMeant(key)) return { refused: 'api-key-not-found' }
      return { streams: [{ stream, facts: [{ type: 'api-key-revoked', keyId }] }], reply: null, status: 204 }
    },
  })
