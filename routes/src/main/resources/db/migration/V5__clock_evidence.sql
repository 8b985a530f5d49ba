-- The date of a payload from which a clock counts, so that a pause can be added to it.
alter table clock add column start_date date;

-- When it was recorded that what started a clock had not reached who owes by its alarm.
alter table clock add column not_received_at bigint;
create index clock_alarmed on clock (alarm_at) where stopped_at is null and not_received_at is null;

-- Requests that were sent; attempt counts leases, of which some are never carried out.
alter table delivery add column sent int not null default 0;
update delivery set sent = attempt where attempt > 0;
