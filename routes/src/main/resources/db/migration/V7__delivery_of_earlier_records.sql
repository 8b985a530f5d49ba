-- Records of kind "delivery" from before V4 do not name their delivery. What the hub itself recorded has a message id that
-- is derived from it (a name-based UUID, RFC 9562 version 3): it is derived again here. What an operator decided has an id of
-- the operator's and stays without; its receipt is for the operator and for auditors.
with derived as (
    select d.delivery_id, d.exchange_id, md5('delivery/' || d.delivery_id || '/' || a.act || '/' || n) as hash
    from (select distinct exchange_id from message where kind = 'delivery' and delivery_id is null) old
    join delivery d on d.exchange_id = old.exchange_id
    cross join (values ('received'), ('acknowledged'), ('parked')) a (act)
    cross join generate_series(0, d.occurrence) n)
update message m set delivery_id = derived.delivery_id
from derived
where m.kind = 'delivery' and m.delivery_id is null and m.exchange_id = derived.exchange_id
  and m.message_id = overlay(overlay(derived.hash placing '3' from 13 for 1)
      placing to_hex((('x' || substr(derived.hash, 17, 1))::bit(4)::int & 3) | 8) from 17 for 1)::uuid;
