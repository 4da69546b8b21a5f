-- How a list that is not our form was read, as a person confirmed it: found again by the shape of its headings.

alter table form_version add column mapping jsonb;
alter table form_version add column heading_signature bytea;
create index form_version_shape on form_version (customer_id, heading_signature, uploaded_at desc)
  where heading_signature is not null;
