-- Keys go when their exchange ends, and what is said of them changes: found without walking every open exchange.
create index business_key_exchange on business_key (exchange_id);

-- What is under way is counted. Without the end of its lease in the index, taking an order changes no index at all.
drop index delivery_under_way;
create index delivery_under_way on delivery (receiver) where state = 'LEASED';
