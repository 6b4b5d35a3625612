-- Staff of the boards: who may log in to the webapps and the engine's REST interface.
create table tidig.staff (
    -- Camunda's pattern for ids
    id       text primary key check (id ~ '^[a-zA-Z0-9]+$'),
    name     text not null,
    email    text not null,
    password text not null,
    -- ids of groups, as models name them
    groups   text[] not null default '{}',
    -- county letters of the boards
    boards   text[] not null default '{}',
    active   boolean not null default true
);
comment on table tidig.staff is 'Reference data';
