-- What a person sent when their session had ended, until they have logged in again. The digest is that of a cookie.
create table tidig.held_form (
    digest  text primary key,
    -- digest of the name of the person who was last logged in in that browser
    person  text        not null,
    path    text        not null,
    fields  json        not null,
    held_at timestamptz not null
);
create index on tidig.held_form (held_at);
