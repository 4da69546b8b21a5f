-- Charge-backs that two persons make, and what exposure by due month is summed up from.

create table charge_back (
  case_id       text        not null references cases,
  number        integer     not null,
  customer_id   uuid        not null,
  currency      char(3)     not null,
  amount_minor  bigint      not null check (amount_minor >= 0), -- as proposed
  rows          integer[]   not null,
  reason        text        not null,
  proposed_by   uuid        not null,
  proposed_at   timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  approved      boolean,
  note          text,
  -- What was charged back in the end: without the devices that came, or were certified, in between.
  charged       integer[],
  charged_minor bigint,
  primary key (case_id, number),
  check (decided_by <> proposed_by)
);
create index charge_back_waiting on charge_back (proposed_at, case_id, number) where decided_at is null;
create index charge_back_decided on charge_back (decided_at desc, case_id desc, number desc)
  where decided_at is not null;

-- A box that is held for a case keeps its customer from being charged.
create index unmatched_goods_label on unmatched_goods (label_case)
  where resolved_at is null and label_case is not null;

alter table cases
  add column currency            char(3),
  -- Whether the credit was granted with the order; where it is paid after receipt nothing is at risk.
  add column credit_given        boolean not null default true,
  add column waived_minor        bigint  not null default 0,
  add column charge_backs        integer not null default 0,
  add column charge_back_waiting integer, -- the number of the proposal that waits for a second person
  add column proposed_units      integer not null default 0,
  add column proposed_minor      bigint  not null default 0,
  add column open_units          integer not null generated always as
    (owed + identified + in_transit + received + failed_inspection + destruction_declared) stored,
  add column secured_units       integer not null generated always as (accepted + certified) stored;
alter table orders add column credit_given boolean not null default true;

update orders o
   set credit_given = v.definition #>> '{credit,paid}' = 'at-order'
  from programme_version v
 where v.programme_id = o.programme_id and v.version = o.programme_version;
update cases k
   set currency = o.currency,
       credit_given = o.credit_given,
       waived_minor = coalesce(
         (select sum(credit_minor) from unit u where u.case_id = k.id and u.state = 'waived'), 0)
  from orders o
 where o.id = k.order_id;
alter table cases alter column currency set not null;

-- What exposure is summed up from, so that the table itself is not read: a customer's cases are a range of each index.
-- Three and not one for all sums: what is at risk is of the few open cases, what was waived or charged back of fewer
-- still, and only what is secured is of every case that ever was (at 1,000,000 cases one index of everything had 258 MB).
create index cases_open_sums on cases (customer_id, due_on)
  include (due_at, currency, credit_given, programme_id, partner_id, open_units, at_risk_minor, proposed_units, proposed_minor)
  where closed_at is null;
create index cases_secured_sums on cases (customer_id, due_on)
  include (currency, programme_id, partner_id, secured_units, secured_minor) where secured_units > 0;
create index cases_let_go_sums on cases (customer_id, due_on)
  include (currency, programme_id, partner_id, waived, waived_minor, charged_back, granted_minor, secured_minor, at_risk_minor)
  where waived > 0 or charged_back > 0;
create index orders_free_sums on orders (customer_id, due_on)
  include (currency, programme_id, partner_id, free_units, free_minor) where free_units > 0 and credit_given;
