-- Keys go when their exchange ends, and what is said of them changes: found without walking every open exchange.
create index business_key_exchange on business_key (exchange_id);
