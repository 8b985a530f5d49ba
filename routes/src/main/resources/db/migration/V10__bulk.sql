-- What operators decide about many parked deliveries at once. The request itself is sealed under the system exchange's key.
create table bulk_operation (
    operation_id   uuid    primary key,
    number         bigint  generated always as identity unique,
    decision       text    not null check (decision in ('RETRY', 'GIVE_UP')),
    agency         text    not null,
    actor          text    not null,
    message_id     uuid    not null,
    request_sealed bytea   not null,
    needs_approval boolean not null,
    state          text    not null check (state in
        ('ASKED', 'WAITING_APPROVAL', 'RUNNING', 'STOPPING', 'ENDING', 'FINISHED', 'STOPPED', 'EXPIRED')),
    ending         text,
    asked_at       bigint  not null,
    expires_at     bigint,
    approver       text,
    approval_agency text,
    approval_id    uuid,
    ended_at       bigint,
    leased_until   bigint  not null default 0
);
create index bulk_operation_open on bulk_operation (number)
    where state in ('ASKED', 'WAITING_APPROVAL', 'RUNNING', 'STOPPING', 'ENDING');

-- The deliveries it is about, as they were selected.
create table bulk_item (
    operation_id uuid not null references bulk_operation on delete cascade,
    delivery_id  text not null,
    outcome      text not null default 'WAITING' check (outcome in ('WAITING', 'DONE', 'SKIPPED', 'FAILED')),
    primary key (operation_id, delivery_id)
);
create index bulk_item_waiting on bulk_item (operation_id, delivery_id) where outcome = 'WAITING';
create index delivery_parked on delivery (receiver, entry) where state = 'PARKED';
