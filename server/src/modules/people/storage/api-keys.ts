import { sql } from '../../../platform/database/pool.ts'

export interface ApiKeyRow {
  id: string
  person_id: string
  person_name: string
  organisation_id: string
  name: string
  created_at: string
  expires_at: string | null
  revoked_at: string | null
}
/** A key ends with its person's access, whether or not anybody revoked it. */
const columns = `k.id, k.person_id, p.name as person_name, p.organisation_id, k.name, k.created_at, k.expires_at,
  coalesce(k.revoked_at, p.left_at) as revoked_at`
const from = 'from api_key k join person p on p.id = k.person_id'

export const apiKeysPage = sql<ApiKeyRow>(
  'api-keys-page',
  `select ${columns} ${from} where k.person_id = $1 and ($2::uuid is null or k.id > $2) order by k.id limit $3`,
)
/** Newest first. */
export const organisationApiKeysPage = sql<ApiKeyRow>(
  'organisation-api-keys-page',
  `select ${columns} ${from} where p.organisation_id = $1 and ($2::uuid is null or k.id < $2)
    order by k.id desc limit $3`,
)
export const apiKeyById = sql<ApiKeyRow>('api-key-by-id', `select ${columns} ${from} where k.id = $1`)
