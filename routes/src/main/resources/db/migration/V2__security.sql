-- OAuth clients (the layout of Spring Authorization Server 7), mirrored from the agencies in force.
create table oauth2_registered_client (
    id                            varchar(100)  primary key,
    client_id                     varchar(100)  not null unique,
    client_id_issued_at           timestamptz   not null default current_timestamp,
    client_secret                 varchar(200),
    client_secret_expires_at      timestamptz,
    client_name                   varchar(200)  not null,
    client_authentication_methods varchar(1000) not null,
    authorization_grant_types     varchar(1000) not null,
    redirect_uris                 varchar(1000),
    post_logout_redirect_uris     varchar(1000),
    scopes                        varchar(1000) not null,
    client_settings               varchar(2000) not null,
    token_settings                varchar(2000) not null
);

-- Keys that sign access tokens: a JWK each, sealed under the master key; the newest signs, all verify.
create table token_key (
    key_id     text        primary key,
    created_at timestamptz not null default current_timestamp,
    master_key text        not null,
    sealed     bytea       not null
);
