-- People for the portal: invitations, mandates that only let look, and lists that are searched by a part of a name.

create extension if not exists pg_trgm;

-- Who is asked to join. The link itself is never kept, only its hash; name and address are blanked once it is over.
create table invitation (
  id              uuid        primary key,
  organisation_id uuid        not null references organisation,
  email           text        not null,
  name            text        not null,
  language        text        not null,
  roles           text[]      not null,
  token_hash      bytea       not null unique,
  invited_by      uuid        references person,
  invited_at      timestamptz not null,
  expires_at      timestamptz not null,
  accepted_at     timestamptz,
  withdrawn_at    timestamptz
);
create index invitation_open on invitation (organisation_id, id) where accepted_at is null and withdrawn_at is null;
create index invitation_open_email on invitation (organisation_id, lower(email))
  where accepted_at is null and withdrawn_at is null;
create index invitation_named on invitation (id) where email <> '';

-- Somebody who left and comes back is a new person with the old address.
drop index person_email_key;
create unique index person_email_key on person (lower(email)) where left_at is null;

alter table mandate add column access text not null default 'act' check (access in ('act', 'read'));
create index mandate_partner_page on mandate (partner_id, id);
create index mandate_customer_page on mandate (customer_id, id);

-- A new password ends the other sessions of its person.
create index session_person on session (person_id);

-- Lists by name, and any part of a name, address or account number.
create index organisation_name on organisation (lower(name), id);
create index organisation_search on organisation using gin (lower(name || ' ' || account) gin_trgm_ops);
create index person_name on person (lower(name), id);
create index person_organisation_name on person (organisation_id, lower(name), id);
create index person_search on person using gin (lower(name || ' ' || email) gin_trgm_ops);
drop index person_organisation;
