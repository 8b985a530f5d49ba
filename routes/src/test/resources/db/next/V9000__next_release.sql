-- What a next release may do to a database that this one still works on: it adds, and takes nothing away.
alter table message add column of_the_next_release text;
alter table exchange add column of_the_next_release bigint not null default 0;
alter table delivery add column of_the_next_release text;
alter table leaf add column of_the_next_release text;
create table of_the_next_release (exchange_id uuid primary key, said text not null);
create index message_of_the_next_release on message (of_the_next_release) where of_the_next_release is not null;
