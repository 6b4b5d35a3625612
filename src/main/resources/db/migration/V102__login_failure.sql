-- Failed log-ins since the last success, per account and per network address.
create table tidig.login_failure (
    -- 'account:' or 'address:' and the name
    source   text primary key,
    failures int not null,
    last_at  timestamptz not null
);
