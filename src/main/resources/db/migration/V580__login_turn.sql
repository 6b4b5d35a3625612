-- When an address that an account's person has not logged in from may try a password, after many failures at the account.
create table tidig.login_turn (
    account text        not null,
    address text        not null,
    due_at  timestamptz not null,
    primary key (account, address)
);
