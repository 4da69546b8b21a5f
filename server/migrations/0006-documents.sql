-- What people look at: pages of signed documents, pictures from the dock, and who did what with a document.

alter table form_version add column applied_by uuid;
alter table certificate add column pages integer; -- of the signed document

-- A dock sees the receipts of its own contractor.
alter table receipt add column organisation_id uuid references organisation;
update receipt r set organisation_id = p.organisation_id from person p where p.id = r.opened_by;
drop index receipt_page;
-- The open ones first, each group from the newest on.
create index receipt_page on receipt ((closed_at is null) desc, opened_at desc, id desc);

alter table scan
  alter column scanned drop not null, -- nobody could read the label
  add column expected_sku text,
  add column package text,            -- as the form said where it would be
  add column photos integer not null default 0;

create table scan_photo (
  receipt_id uuid        not null,
  number     integer     not null, -- of the scan
  photo      integer     not null check (photo > 0),
  file       bytea       not null check (octet_length(file) = 32), -- of the picture that was drawn anew
  at         timestamptz not null,
  taken_by   uuid        not null,
  primary key (receipt_id, number, photo),
  foreign key (receipt_id, number) references scan
);

alter table unmatched_goods
  alter column serial drop not null,
  add column shelf_number text constraint unmatched_goods_shelf_key unique; -- written on what is set aside
create index unmatched_goods_resolved on unmatched_goods (held_at, receipt_id, number) where resolved_at is not null;
drop index unmatched_goods_serial;
-- With this operator class the beginning of a serial number is found by the index, in any collation.
create index unmatched_goods_serial on unmatched_goods (serial text_pattern_ops, held_at, receipt_id, number);

-- For held goods without a readable serial: devices of a SKU that are owed and whose serial nobody gave.
create index unit_unnamed on unit (sku, state, changed_at desc)
  where serial is null and case_id is not null and state in ('owed', 'in-transit');
