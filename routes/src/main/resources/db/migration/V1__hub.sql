-- Times are epoch milliseconds (bigint) of the business clock unless a column says otherwise.
-- An "entry" is generation * 2^40 + leaf index: one number that orders all records, whatever generation they are in.
-- "sealed" columns are SM4-GCM under the exchange's data key; digests of personal values are HMAC-SM3 under the index key.

-- The log ------------------------------------------------------------------------------------------------------------

create table log_generation (
    generation int primary key,
    origin     text   not null,
    opened_at  bigint not null
);

-- The committed head and the sequencer of all replicas: exactly one row, locked by every accept transaction.
create table head (
    id             smallint primary key check (id = 1),
    generation     int    not null references log_generation,
    size           bigint not null,
    edge_sha256    bytea  not null,
    edge_sm3       bytea  not null,
    accepted_at    bigint not null,
    checkpoint     text   not null,
    checkpoint_sm3 text   not null
) with (fillfactor = 20);

create table leaf (
    generation int    not null,
    idx        bigint not null,
    bytes      bytea  not null,
    sha256     bytea  not null,
    sm3        bytea  not null,
    primary key (generation, idx)
);

-- Roots of full tiles: what the next level up is made of. Level 0 is made of the leaves themselves.
create table tile (
    generation int      not null,
    tree       text     not null check (tree in ('sha256', 'sm3')),
    level      smallint not null,
    idx        bigint   not null,
    root       bytea    not null,
    primary key (generation, tree, level, idx)
);

create table published_head (
    generation     int primary key references log_generation,
    size           bigint not null,
    checkpoint     text   not null,
    checkpoint_sm3 text   not null,
    published_at   bigint not null
);

create table log_key (
    vkey      text primary key,
    origin    text   not null,
    from_size bigint not null,
    to_size   bigint
);

-- Definitions --------------------------------------------------------------------------------------------------------

create table definition (
    digest    text primary key,
    kind      text   not null check (kind in ('exchange-type', 'agency')),
    name      text   not null,
    content   bytea  not null,
    stored_at bigint not null
);

create table active_set (
    id       smallint primary key check (id = 1),
    revision int    not null,
    digests  text[] not null
);

-- Exchanges ----------------------------------------------------------------------------------------------------------

create table exchange (
    exchange_id       uuid primary key,
    type              text   not null,
    definition_digest text   not null,
    state             text   not null,
    flags             text[] not null,
    parties           jsonb  not null,
    actors            jsonb  not null,
    opened_at         bigint not null,
    updated_at        bigint not null,
    ended             boolean not null,
    seq               int    not null,
    opened_entry        bigint not null,
    last_entry        bigint not null
) with (fillfactor = 70);
create index exchange_by_opening on exchange (opened_entry);
create index exchange_by_state on exchange (type, state, opened_entry);

create table exchange_party (
    agency      text   not null,
    exchange_id uuid   not null references exchange,
    opened_entry  bigint not null,
    primary key (agency, opened_entry, exchange_id)
);

-- Destroying a row makes every sealed byte of its exchange unreadable; every proof stays valid.
create table exchange_key (
    exchange_id uuid primary key,
    master_key  text  not null,
    wrapped     bytea not null
);

-- What may be open only once, and what may be searched: rows are deleted when an exchange is sealed or erased.
create table business_key (
    type        text  not null,
    digest      bytea not null,
    index_key   text  not null,
    exchange_id uuid  not null,
    primary key (type, digest)
);

create table search_key (
    type        text   not null,
    pointer     text   not null,
    digest      bytea  not null,
    index_key   text   not null,
    exchange_id uuid   not null,
    opened_entry  bigint not null,
    primary key (type, pointer, digest, opened_entry)
);

create table message (
    entry          bigint primary key,
    exchange_id    uuid   not null,
    kind           text   not null,
    act            text   not null,
    sender         text   not null,
    message_id     uuid   not null,
    accepted_at    bigint not null,
    warnings       text[] not null,
    receivers      text[] not null,
    nonce_sealed   bytea  not null,
    body_sealed    bytea  not null,
    receipt_sealed bytea  not null
);
create index message_by_exchange on message (exchange_id, entry);
alter table message alter column body_sealed set storage external;
alter table message alter column receipt_sealed set storage external;

-- The idempotency keys: never partitioned, never detached.
create table message_key (
    sender         text   not null,
    message_id     uuid   not null,
    content_digest bytea  not null,
    index_key      text   not null,
    entry          bigint not null,
    primary key (sender, message_id)
);

create table sender_stream (
    sender    text primary key,
    seq       bigint not null,
    last_entry bigint not null
) with (fillfactor = 50);

create table sequence_number (
    sender      text   not null,
    sequence_no bigint not null,
    message_id  uuid   not null,
    accepted_at bigint not null,
    primary key (sender, sequence_no)
);

-- Delivery -----------------------------------------------------------------------------------------------------------

create table delivery (
    delivery_id      text primary key,
    entry            bigint not null,
    exchange_id      uuid   not null,
    receiver         text   not null,
    mode             text   not null check (mode in ('PULL', 'PUSH')),
    state            text   not null check (state in ('AVAILABLE', 'QUEUED', 'LEASED', 'DELIVERED', 'PARKED', 'GIVEN_UP')),
    created_at       bigint not null,
    attempt          int    not null default 0,
    failures         int    not null default 0,
    next_at          bigint not null default 0,
    lease_until      bigint not null default 0,
    reason           text,
    first_attempt_at bigint,
    last_attempt_at  bigint,
    received_at      bigint,
    finished_at      bigint,
    occurrence       int    not null default 0
) with (fillfactor = 70);
create index delivery_lane on delivery (receiver, exchange_id, entry) where state in ('QUEUED', 'LEASED', 'PARKED');
create index delivery_inbox on delivery (receiver, entry) where mode = 'PULL' and state = 'AVAILABLE';
create index delivery_by_entry on delivery (entry);
create index delivery_by_state on delivery (state, entry);

-- How an agency is doing, shared by all replicas. retry_at is real time.
create table agency_channel (
    agency   text primary key,
    failures int    not null,
    retry_at bigint not null,
    reason   text,
    since    bigint
);

create table alarm (
    alarm_id    text primary key,
    kind        text   not null,
    agency      text,
    exchange_id uuid,
    delivery_id text,
    reason      text   not null,
    raised_at   bigint not null,
    cleared_at  bigint
);
create index alarm_open on alarm (raised_at) where cleared_at is null;

-- Time ---------------------------------------------------------------------------------------------------------------

create table clock (
    exchange_id uuid    not null,
    name        text    not null,
    occurrence  int     not null,
    owes        text    not null,
    started_entry bigint  not null,
    started_at  bigint  not null,
    received_at bigint,
    alarm_at    bigint  not null,
    due_date    date,
    due_at      bigint,
    provisional boolean not null,
    stopped_at  bigint,
    lapsed_at   bigint,
    paused_at   bigint,
    pauses      bigint[] not null default '{}',
    primary key (exchange_id, name, occurrence)
);
create index clock_due on clock (due_at) where stopped_at is null and lapsed_at is null and due_at is not null;
