-- Processes that an administrator has ended before their model did: who, when and why. Rows are never changed.
create table tidig.early_end (
    id               bigint generated always as identity primary key,
    at               timestamptz not null,
    actor            text        not null,
    process          text        not null,
    process_instance text        not null unique,
    -- null for a process that belongs to no case or call
    reference        text,
    board            text,
    -- names of the tasks that waited in the case
    waited           text[]      not null,
    reason           text        not null
);
create index early_end_reference on tidig.early_end (reference);

-- The engine gave whoever deployed the right to delete what they had deployed. Nobody deletes a deployment.
delete from engine.act_ru_authorization where resource_type_ = 9 and user_id_ is not null;
