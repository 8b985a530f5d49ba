-- What was ever in force: a start never brings back what was replaced. By trigger, so that activations of an older
-- release of the hub beside this one count too; and all replicas are told in the activation's own transaction.
create table activated_definition (
    digest text primary key
);

insert into activated_definition (digest) select digest from definition;

create function definitions_activated() returns trigger language plpgsql as $$
begin
    insert into activated_definition (digest) select distinct unnest(new.digests) on conflict do nothing;
    perform pg_notify('definitions', new.revision::text);
    return null;
end
$$;

create trigger definitions_activated after insert or update on active_set
    for each row execute function definitions_activated();
