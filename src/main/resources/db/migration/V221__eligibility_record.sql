-- Each evaluation of the table of conditions, with the facts it was made on, so that any version can be run over them.
create table tidig.eligibility_record (
    id            bigint generated always as identity primary key,
    reference     text           not null,
    board         text           not null,
    checked_at    timestamptz    not null,
    facts         jsonb          not null,
    findings      jsonb          not null,
    outcome       text           not null,
    max_grant     numeric(15, 2) not null,
    eligible_cost numeric(15, 2) not null,
    deployment    text,
    table_version integer,
    -- what the table of rounds says about a completion, should one be asked for
    completion    jsonb          not null
);
create index on tidig.eligibility_record (reference, id);

-- What persons answered to findings; the newest answer to a code counts.
create table tidig.finding_answer (
    id        bigint generated always as identity primary key,
    reference text        not null,
    board     text        not null,
    code      text        not null,
    position  text        not null check (position in ('UPHELD', 'SET_ASIDE', 'LAPSED')),
    reason    text        not null,
    actor     text        not null,
    at        timestamptz not null
);
create index on tidig.finding_answer (reference, id);
