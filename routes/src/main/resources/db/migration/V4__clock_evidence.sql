-- The date of a payload from which a clock counts, so that a pause can be added to it.
alter table clock add column start_date date;
