-- The keys of the application's questions that a request to complete asks anew; none for all of them.
alter table tidig.completion add column questions text[] not null default '{}';

-- Answers of an application that a completion, or changed circumstances (15 a §), replaced. Rows are never changed.
create table tidig.changed_answer (
    id          bigint generated always as identity primary key,
    reference   text        not null,
    board       text        not null,
    -- key of the question in the form application
    question    text        not null,
    -- null where it had not been answered
    before      jsonb,
    after       jsonb       not null,
    changed_by  text,
    changed_at  timestamptz not null
);
create index changed_answer_reference on tidig.changed_answer (reference, id);
