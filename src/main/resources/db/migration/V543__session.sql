-- Who is logged in, so that any node serves any request. The tables are those of Spring Session.
create table tidig.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index on tidig.session (expiry_time);
create index on tidig.session (principal_name);

create table tidig.session_attributes (
    session_primary_id char(36)     not null references tidig.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
