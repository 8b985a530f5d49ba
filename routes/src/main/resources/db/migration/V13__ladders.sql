-- How far up its ladder a clock is, and when the next step is to be taken.
alter table clock add column steps int not null default 0;
alter table clock add column step_at bigint;
create index clock_step on clock (step_at) where stopped_at is null and step_at is not null;
