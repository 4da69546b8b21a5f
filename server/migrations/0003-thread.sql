-- The conversation of a case: what customer, partner and programme desk write to each other, and the files they send along.

alter table cases
  add column messages             integer     not null default 0,
  add column attachments          integer     not null default 0,
  add column thread_waiting_since timestamptz; -- since when somebody waits for the vendor's answer

-- A file is handed in first and named by a message afterwards; until then `message` is null.
create table attachment (
  case_id     text        not null references cases,
  number      integer     not null,
  customer_id uuid        not null,
  file        bytea       not null, -- sha-256, the name in the file store
  file_name   text        not null,
  size        integer     not null,
  media_type  text        not null, -- by its content; never a reason to show it in our origin
  uploaded_by uuid        not null,
  uploaded_at timestamptz not null,
  message     integer,
  primary key (case_id, number)
);
create index attachment_message on attachment (case_id, message, number) where message is not null;

create table message (
  case_id             text        not null references cases,
  number              integer     not null,
  customer_id         uuid        not null,
  author              uuid        not null,
  author_organisation uuid        not null,
  side                text        not null check (side in ('customer', 'partner', 'vendor')),
  text                text        not null,
  posted_at           timestamptz not null,
  primary key (case_id, number)
);
