-- How far a sender's own numbers have been looked through: everything up to here has come or was told as a gap.
create table sequence_watch (
    sender text primary key,
    seen   bigint not null
);
