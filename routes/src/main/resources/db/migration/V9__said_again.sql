-- Digest of what an open exchange's opener said last, by which the same is told from something else when it comes again.
-- Null for those opened before: what comes again is then taken for something else.
alter table business_key add column content bytea;
