-- The whole first shape: who acts, what is owed, what happened, and what it is worth.
-- Every table that grows with customers carries customer_id, so that data can be spread by customer.

-- History --------------------------------------------------------------------------------------------------------

-- What happened, once and for ever. One chain per stream (an order, a case, an organisation, a programme, a receipt).
-- (stream, seq) is the lock of the whole product: two writers who both read version 7 both try to insert seq 8, and
-- the second one's whole statement fails. `body` and `actor` are json, not jsonb: the hash is taken over their exact text.
create table fact (
  stream    text        not null,
  seq       integer     not null check (seq > 0),
  position  bigint      not null generated always as identity,
  root      text        not null, -- what is replayed together: an order with its cases, else the stream itself
  type      text        not null,
  at        timestamptz not null,
  actor     json        not null,
  body      json        not null,
  hash      bytea       not null check (octet_length(hash) = 32),
  primary key (stream, seq)
);
create unique index fact_root on fact (root, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
create trigger fact_append_only before update or delete on fact for each row execute function refuse_change();
create trigger fact_no_truncate before truncate on fact for each statement execute function refuse_change();

-- A root over all chain heads, taken from time to time: whoever keeps it elsewhere can prove later that no chain was rewritten.
create table seal (
  number    integer     primary key check (number > 0),
  at        timestamptz not null,
  position  bigint      not null,
  streams   bigint      not null,
  root      bytea       not null check (octet_length(root) = 32)
);
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_no_truncate before truncate on seal for each statement execute function refuse_change();

-- An answered POST is answered the same way again. The row is written by the statement that makes the change.
create table idempotency (
  actor     text        not null,
  key       text        not null,
  request   bytea       not null, -- digest of operation and body: the same key for something else is refused
  status    smallint    not null,
  reply     json, -- null where an answer has no body
  at        timestamptz not null,
  primary key (actor, key)
);
create index idempotency_at on idempotency (at);

-- People ---------------------------------------------------------------------------------------------------------

create table organisation (
  id        uuid    primary key,
  kind      text    not null check (kind in ('customer', 'partner', 'vendor', 'receiver')),
  name      text    not null,
  account   text    not null constraint organisation_account_key unique,
  country   char(2) not null,
  time_zone text    not null,
  language  text    not null,
  sample    boolean not null default false,
  version   integer not null,
  head      bytea   not null
);

create table person (
  id              uuid        primary key,
  organisation_id uuid        not null references organisation,
  email           text        not null,
  name            text        not null,
  language        text        not null,
  roles           text[]      not null,
  left_at         timestamptz
);
create unique index person_email_key on person (lower(email));
create index person_organisation on person (organisation_id, id);

-- Secrets stand apart from people: they are never part of a fact, an export or a replay.
create table password (
  person_id uuid        primary key references person,
  hash      text        not null,
  set_at    timestamptz not null
);
create table session (
  token_hash bytea       primary key,
  person_id  uuid        not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_expires on session (expires_at);
create table api_key (
  id         uuid        primary key,
  person_id  uuid        not null references person,
  name       text        not null,
  token_hash bytea       not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_key_person on api_key (person_id, id);
-- Failed sign-ins, shared by all processes: throttling that a second process does not forget.
create table sign_in_failure (
  id    uuid        primary key,
  email text        not null,
  at    timestamptz not null
);
create index sign_in_failure_email on sign_in_failure (email, at);

create table mandate (
  id          uuid        primary key,
  customer_id uuid        not null references organisation,
  partner_id  uuid        not null references organisation,
  granted_by  uuid        not null references person,
  granted_at  timestamptz not null,
  valid_from  timestamptz not null,
  valid_until timestamptz not null,
  revoked_at  timestamptz,
  check (valid_until > valid_from)
);
create index mandate_partner on mandate (partner_id, valid_until);
create index mandate_customer on mandate (customer_id, valid_until);

-- Programmes -----------------------------------------------------------------------------------------------------

create table programme (
  id      text    primary key,
  current text    not null,
  version integer not null,
  head    bytea   not null
);
create table programme_version (
  programme_id text        not null references programme,
  version      text        not null,
  digest       text        not null,
  definition   json        not null, -- frozen: orders point here for ever
  published_at timestamptz not null,
  primary key (programme_id, version)
);
create trigger programme_version_append_only before update or delete on programme_version
  for each row execute function refuse_change();
create trigger programme_version_no_truncate before truncate on programme_version
  for each statement execute function refuse_change();

-- Orders ---------------------------------------------------------------------------------------------------------

create table orders (
  id                uuid        primary key,
  number            text        not null constraint orders_number_key unique,
  programme_id      text        not null,
  programme_version text        not null,
  customer_id       uuid        not null references organisation,
  partner_id        uuid        references organisation,
  purchase_order    text,
  placed_on         date        not null,
  last_shipped_on   date,
  currency          char(3)     not null,
  new_family        text,
  consumption       jsonb,
  units             integer     not null,
  credit_minor      bigint      not null,
  registered_at     timestamptz not null,
  cancelled_at      timestamptz,
  version           integer     not null,
  head              bytea       not null,
  foreign key (programme_id, programme_version) references programme_version
);
create index orders_page on orders (registered_at desc, id desc);
create index orders_customer_page on orders (customer_id, registered_at desc, id desc);

create table order_line (
  order_id    uuid    not null references orders,
  line        integer not null,
  sku         text    not null,
  quantity    integer not null check (quantity > 0),
  primary key (order_id, line)
);

create table commitment (
  order_id     uuid    not null references orders,
  line         integer not null,
  sku          text    not null,
  quantity     integer not null check (quantity > 0),
  first_row    integer not null, -- its units are the rows first_row .. first_row + quantity - 1
  credit_minor bigint  not null,
  primary key (order_id, line)
);

-- Cases ----------------------------------------------------------------------------------------------------------

create table cases (
  id                    text        primary key, -- the case number that stands on labels, forms and in mails
  order_id              uuid        not null references orders,
  customer_id           uuid        not null references organisation,
  partner_id            uuid        references organisation,
  programme_id          text        not null,
  programme_version     text        not null,
  language              text        not null,
  time_zone             text        not null,
  opened_at             timestamptz not null,
  due_at                timestamptz not null,
  due_on                date        not null,
  due_rule              jsonb       not null,
  closed_at             timestamptz,
  instructions_sent_at  timestamptz,
  instructions_site     text,
  forms                 integer     not null default 0,
  form_waiting          integer, -- the newest version that was read and is not applied yet
  form_waiting_problems integer     not null default 0,
  certificates          integer     not null default 0,
  certificates_in_review integer    not null default 0,
  shipments             integer     not null default 0,
  extensions            integer     not null default 0,
  extension_asked       integer, -- the number of the request that waits for its decision
  vendor_since          timestamptz, -- when something last came in that the vendor has to answer
  -- How many units stand in each state: the status is derived from these and never set by hand.
  owed                  integer     not null default 0,
  identified            integer     not null default 0,
  in_transit            integer     not null default 0,
  received              integer     not null default 0,
  failed_inspection     integer     not null default 0,
  destruction_declared  integer     not null default 0,
  accepted              integer     not null default 0,
  certified             integer     not null default 0,
  waived                integer     not null default 0,
  cancelled             integer     not null default 0,
  charged_back          integer     not null default 0,
  -- What is still to be done on each route, for the waiting-on sentence.
  to_ship               integer     not null default 0,
  to_destroy            integer     not null default 0,
  version               integer     not null,
  head                  bytea       not null
);
create index cases_page on cases (opened_at desc, id desc);
create index cases_customer_page on cases (customer_id, opened_at desc, id desc);
create index cases_due on cases (due_at, id) where closed_at is null;
create index cases_customer_due on cases (customer_id, due_at, id) where closed_at is null;
create index cases_order on cases (order_id);

-- One old device (or one unserialised part) that is owed. `row` is its name on every form of its order, for ever.
create table unit (
  order_id     uuid    not null references orders,
  row          integer not null check (row > 0),
  customer_id  uuid    not null references organisation,
  case_id      text    references cases,
  line         integer not null,
  sku          text    not null,
  sku_family   text    not null,
  state        text    not null,
  route        text    not null check (route in ('return', 'destroy')),
  serial       text,
  serial_mark  text check (serial_mark in ('not-serialised', 'unreadable')),
  credit_minor bigint  not null check (credit_minor >= 0),
  currency     char(3) not null,
  details      jsonb   not null default '{}',
  shipment     integer,
  certificate  integer,
  changed_at   timestamptz not null,
  primary key (order_id, row)
);
-- Only units that have a case: else "the free units of this order" would be looked up among everybody's free units, as
-- soon as the planner has seen that few are free, and find the dead entry of every unit that ever was.
create index unit_case on unit (case_id, row) where case_id is not null;
-- Identity is serial + SKU family (a serial is not unique across part families). The first case reserves it, for ever:
-- a device that was traded or destroyed once is not traded again. Only a cancelled unit lets it go.
create unique index unit_serial_key on unit (serial, sku_family) where serial is not null and state <> 'cancelled';

create table extension (
  case_id      text        not null references cases,
  number       integer     not null,
  customer_id  uuid        not null,
  asked_by     uuid        not null,
  asked_at     timestamptz not null,
  until        date        not null,
  reason       text        not null,
  tier         jsonb       not null,
  decided_by   uuid,
  decided_at   timestamptz,
  granted      boolean,
  note         text,
  primary key (case_id, number)
);

-- Documents ------------------------------------------------------------------------------------------------------

create table form_version (
  case_id        text        not null references cases,
  version        integer     not null,
  customer_id    uuid        not null,
  file           bytea       not null, -- sha-256, the name in the file store
  file_name      text        not null,
  size           integer     not null,
  outcome        text        not null,
  problems       integer     not null,
  reading        json        not null,
  reading_digest bytea       not null,
  diff           jsonb       not null,
  uploaded_by    uuid        not null,
  uploaded_at    timestamptz not null,
  applied_at     timestamptz,
  primary key (case_id, version)
);
create unique index form_version_file_key on form_version (case_id, file);

create table certificate (
  case_id       text        not null references cases,
  number        integer     not null,
  version       integer     not null,
  customer_id   uuid        not null,
  state         text        not null check (state in ('issued', 'submitted', 'accepted', 'rejected', 'voided')),
  lines         jsonb       not null, -- [{row, sku, serial}] as printed
  digest        text        not null, -- of the printed serial list
  issued_at     timestamptz not null,
  file          bytea,
  file_name     text,
  media_type    text,
  submitted_by  uuid,
  submitted_at  timestamptz,
  decided_by    uuid,
  decided_at    timestamptz,
  reason        text,
  note          text,
  primary key (case_id, number)
);
create index certificate_review on certificate (submitted_at, case_id, number) where state = 'submitted';

-- Boxes ----------------------------------------------------------------------------------------------------------

create table shipment (
  case_id         text        not null references cases,
  number          integer     not null,
  customer_id     uuid        not null,
  site            text        not null,
  carrier         text        not null,
  tracking_number text        not null constraint shipment_tracking_key unique,
  packages        integer     not null,
  weight_kg       numeric,
  units           integer[]   not null,
  created_at      timestamptz not null,
  created_by      uuid        not null,
  primary key (case_id, number)
);

create table receipt (
  id         uuid        primary key,
  site       text        not null,
  reference  text,
  opened_by  uuid        not null,
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  scans      integer     not null default 0,
  held       integer     not null default 0,
  version    integer     not null,
  head       bytea       not null
);
create index receipt_page on receipt (opened_at desc, id desc);

create table scan (
  receipt_id uuid        not null references receipt,
  number     integer     not null,
  scanned    text        not null,
  sku        text,
  outcome    text        not null,
  case_id    text,
  row        integer,
  note       text,
  at         timestamptz not null,
  primary key (receipt_id, number)
);

-- Arrived and belongs, so far, to nothing. Never billed, never thrown away silently.
create table unmatched_goods (
  receipt_id  uuid        not null references receipt,
  number      integer     not null, -- of the scan
  serial      text        not null,
  sku         text,
  reason      text        not null,
  label_case  text,       -- of the label on the box: the desk looks there first
  held_at     timestamptz not null,
  held_until  timestamptz not null,
  case_id     text,       -- after the desk assigned it
  row         integer,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (receipt_id, number)
);
create index unmatched_goods_open on unmatched_goods (held_at, receipt_id, number) where resolved_at is null;
create index unmatched_goods_serial on unmatched_goods (serial);

-- Money ----------------------------------------------------------------------------------------------------------

-- Double entry: each row moves an amount from one account to another, so that every order and currency sums to zero by
-- construction. Its key is the fact that caused it. Nothing is changed; a correction is the opposite movement.
create table ledger_entry (
  stream       text        not null,
  seq          integer     not null,
  line         integer     not null,
  order_id     uuid        not null references orders,
  row          integer     not null,
  customer_id  uuid        not null,
  from_account text        not null,
  to_account   text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  currency     char(3)     not null,
  reversal     boolean     not null default false,
  at           timestamptz not null,
  primary key (stream, seq, line),
  foreign key (stream, seq) references fact,
  check (from_account <> to_account)
);
create index ledger_entry_order on ledger_entry (order_id, at, stream, seq, line);
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();
