-- Why nothing was done about a delivery that an operation was about, as a code.
alter table bulk_item add column reason text;
