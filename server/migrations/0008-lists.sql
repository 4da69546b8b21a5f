-- Lists of the portal that pick out the few of many.

-- Those who left, of all organisations, by name.
create index person_left_name on person (lower(name), id) where left_at is not null;
