-- What lists, the desk's queue and the search need to answer at a million cases and ten million units.
-- Only open cases are ordered by due date or credit at risk: of a million some tens of thousands, in small partial indexes.

create extension if not exists pg_trgm;

-- Cases ----------------------------------------------------------------------------------------------------------

alter table cases
  -- Credit of the units that count (not cancelled); of those that were accepted or certified; of those still owed.
  add column granted_minor bigint not null default 0,
  add column secured_minor bigint not null default 0,
  add column at_risk_minor bigint not null default 0,
  -- The same answer as rules/waiting-on.ts, for filters; waiting-because.db.test.ts holds the two together.
  add column waiting_because text not null generated always as (
    case
      when closed_at is not null then 'closed'
      when certificates_in_review > 0 then 'certificate-review'
      when extension_asked is not null then 'extension-decision'
      when received > 0 then 'inspection'
      when failed_inspection > 0 then 'cure'
      when form_waiting is not null and form_waiting_problems > 0 then 'form-problems'
      when form_waiting is not null then 'form-apply'
      when owed > 0 and forms = 0 then 'form-missing'
      when owed > 0 then 'serials-missing'
      when to_ship > 0 and instructions_sent_at is null then 'instructions'
      when to_ship > 0 then 'shipping'
      when to_destroy > 0 then 'certificate-missing'
      else 'arrival'
    end
  ) stored;

update cases k
   set granted_minor = u.granted, secured_minor = u.secured, at_risk_minor = u.at_risk
  from (
    select case_id,
           coalesce(sum(credit_minor) filter (where state <> 'cancelled'), 0) as granted,
           coalesce(sum(credit_minor) filter (where state in ('accepted', 'certified')), 0) as secured,
           coalesce(sum(credit_minor) filter (
             where state not in ('accepted', 'certified', 'waived', 'cancelled', 'charged-back')), 0) as at_risk
      from unit where case_id is not null group by case_id
  ) u
 where k.id = u.case_id;

create index cases_open_page on cases (opened_at desc, id desc) where closed_at is null;
create index cases_exposure on cases (at_risk_minor desc, id desc) where closed_at is null;
create index cases_customer_open_page on cases (customer_id, opened_at desc, id desc) where closed_at is null;
create index cases_customer_exposure on cases (customer_id, at_risk_minor desc, id desc) where closed_at is null;
create index cases_because_due on cases (waiting_because, due_at, id) where closed_at is null;
create index cases_because_exposure on cases (waiting_because, at_risk_minor desc, id desc) where closed_at is null;
create index cases_partner_page on cases (partner_id, opened_at desc, id desc) where partner_id is not null;
create index cases_partner_due on cases (partner_id, due_at, id) where partner_id is not null and closed_at is null;
create index cases_programme_page on cases (programme_id, opened_at desc, id desc);
-- Whatever the database's own collation is, a beginning is a range of bytes.
create index cases_number_start on cases (id collate "C");

-- Orders ---------------------------------------------------------------------------------------------------------

alter table orders
  -- Units that no case has yet, and their credit: owed, and in nobody's list of cases.
  add column free_units integer not null default 0,
  add column free_minor bigint  not null default 0,
  -- What a case that is opened now would be due; unknown as long as its clock has not started.
  add column due_on     date;

update orders o
   set free_units = u.units, free_minor = u.minor
  from (
    select order_id, count(*) as units, sum(credit_minor) as minor
      from unit where case_id is null and state <> 'cancelled' group by order_id
  ) u
 where o.id = u.order_id;

create index orders_free_page on orders (registered_at desc, id desc) where free_units > 0;
create index orders_customer_free_page on orders (customer_id, registered_at desc, id desc) where free_units > 0;
create index orders_programme_page on orders (programme_id, registered_at desc, id desc);
create index orders_number_start on orders (upper(number) collate "C");
create index orders_customer_number_start on orders (customer_id, upper(number) collate "C");
create index orders_purchase_order_start on orders (upper(purchase_order) collate "C")
  where purchase_order is not null;
create index orders_customer_purchase_order_start on orders (customer_id, upper(purchase_order) collate "C")
  where purchase_order is not null;
