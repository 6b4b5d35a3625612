-- An account that somebody has asked for; it begins when the link in the mail is used. Several may wait for the same
-- address, each with the password of the person who asked, so that nobody prepares another person's account.
create table tidig.account_opening (
    id       uuid primary key default gen_random_uuid(),
    email    text        not null check (email = lower(email)),
    name     text        not null,
    password text        not null,
    asked_at timestamptz not null
);
create index on tidig.account_opening (email, asked_at);

-- Links that have been mailed. Only the digest of the secret in the link is stored; a used link is deleted.
create table tidig.account_link (
    digest     text primary key,
    purpose    text        not null check (purpose in ('CONFIRM', 'RESET')),
    opening    uuid references tidig.account_opening (id) on delete cascade,
    person     uuid references tidig.applicant_person (id) on delete cascade,
    expires_at timestamptz not null,
    check (case purpose when 'CONFIRM' then opening is not null else person is not null end)
);

-- Mails about accounts and organisations, which belong to no case. A row is written with what it tells of.
create table tidig.account_mail (
    id        uuid primary key default gen_random_uuid(),
    kind      text        not null,
    recipient text        not null,
    language  text        not null,
    opening   uuid,
    person    uuid,
    -- what the words of the mail name: an organisation, a person
    names     text[]      not null default '{}',
    asked_at  timestamptz not null,
    -- when it may be tried (again)
    next_at   timestamptz not null,
    attempts  integer     not null default 0,
    sent_at   timestamptz,
    failure   text
);
create index on tidig.account_mail (next_at) where sent_at is null;
create index on tidig.account_mail (recipient, asked_at);

create table tidig.applicant_login (
    person  uuid        not null references tidig.applicant_person (id),
    at      timestamptz not null,
    address text        not null,
    success boolean     not null
);
create index on tidig.applicant_login (person, at);
