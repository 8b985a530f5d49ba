-- What is under way is counted. Without the end of its lease in the index, taking an order changes no index at all.
drop index delivery_under_way;
create index delivery_under_way on delivery (receiver) where state = 'LEASED';
