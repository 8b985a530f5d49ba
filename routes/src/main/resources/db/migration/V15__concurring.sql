-- Who has already done an act that others must do alike before it takes effect: keyed digest of what was said, by
-- act/party. Emptied when the act takes effect or the state moves on.
alter table exchange add column concurring jsonb not null default '{}';
