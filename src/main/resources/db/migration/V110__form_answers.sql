-- What people have answered, form by form: the journal of a case's human steps. Rows are never changed.
create table tidig.form_answer (
    id               bigint generated always as identity primary key,
    -- the case's reference, or the call's
    reference        text,
    board            text,
    process          text        not null,
    process_instance text        not null,
    -- the user task or start event
    element          text        not null,
    -- null where a task ended without its form, by an error or escalation that the model catches
    form             text,
    form_version     integer,
    deployment       text        not null,
    -- null for starts; a task is completed once
    task_id          text unique,
    actor            text        not null,
    at               timestamptz not null,
    answers          jsonb       not null
);
create index form_answer_reference on tidig.form_answer (reference, element, id);
create index form_answer_instance on tidig.form_answer (process_instance, actor);

-- What administrators have changed past the forms: variables, messages, moved or ended processes.
create table tidig.admin_write (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    actor    text        not null,
    command  text        not null,
    -- ids of process instances, executions or tasks, as the command names them
    targets  text[]      not null,
    -- names of the variables written or removed; their values are in the engine's history
    names    text[]      not null
);
create index admin_write_targets on tidig.admin_write using gin (targets);
