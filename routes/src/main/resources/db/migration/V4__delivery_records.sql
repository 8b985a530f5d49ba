-- The delivery that a record of kind "delivery" speaks of: its receipt is for that delivery's two ends only.
alter table message add column delivery_id text;
