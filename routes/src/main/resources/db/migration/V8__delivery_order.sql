-- What is to be sent, by agency and in order: the relay walks it from the oldest on. And what is under way, to be counted.
create index delivery_order on delivery (receiver, entry) where mode = 'PUSH' and state in ('QUEUED', 'LEASED');
create index delivery_under_way on delivery (receiver, lease_until) where state = 'LEASED';
