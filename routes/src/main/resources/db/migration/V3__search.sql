-- Lists in commit order, and what a person looks for first: what is flagged, what is due, what is alarmed.
create index exchange_flagged on exchange (opened_entry) where flags <> '{}';
create index clock_running on clock (due_at) where stopped_at is null and due_at is not null;
create index alarm_by_time on alarm (raised_at, alarm_id);
