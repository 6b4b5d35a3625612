-- Where a person has logged in from: strangers' failures elsewhere do not lock them out there.
create table tidig.known_address (
    account text not null,
    address text not null,
    last_at timestamptz not null,
    primary key (account, address)
);
