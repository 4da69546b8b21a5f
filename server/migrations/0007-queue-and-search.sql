-- What waits for a person of the vendor, kind by kind in the order in which it came.

create index extension_waiting on extension (asked_at, case_id, number) where decided_at is null;
create index cases_thread_waiting on cases (thread_waiting_since, id) where thread_waiting_since is not null;

-- The search finds any part of a number. PostgreSQL fills such an index lazily (fastupdate), which is what keeps it
-- cheap to write: see docs/decisions/0012-search.md.

create index unit_serial_search on unit using gin (serial gin_trgm_ops) where serial is not null;
create index cases_number_search on cases using gin (replace(substr(id, 4), '-', '') gin_trgm_ops);
create index orders_number_search on orders using gin (upper(number) gin_trgm_ops);
create index orders_purchase_order_search on orders using gin (upper(purchase_order) gin_trgm_ops)
  where purchase_order is not null;
create index shipment_tracking_search on shipment using gin (tracking_number gin_trgm_ops);
