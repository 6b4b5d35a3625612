create table tidig.report (
    milestone text primary key,
    version integer not null,
    reference text not null,
    board text not null,
    kind text not null,
    status text not null,
    opened_at timestamptz not null,
    reminders integer not null,
    submitted_at timestamptz,
    submitted_by text,
    completion_text text,
    completion_deadline date,
    completions integer not null,
    control_note text,
    controlled_by text,
    controlled_at timestamptz,
    unused numeric(14, 2),
    review_reason text,
    reviewed_by text,
    reviewed_at timestamptz,
    closed_at timestamptz
);

create index report_reference on tidig.report (reference);

-- All that has come in as a report, also what came twice or where none was awaited.
create table tidig.report_submission (
    id bigint generated always as identity primary key,
    reference text not null,
    milestone text,
    received_at timestamptz not null,
    entered_by text not null,
    reception text not null,
    answers jsonb not null
);

create index report_submission_reference on tidig.report_submission (reference);

-- What the table report-check said of a report, and of which facts, each time it was asked.
create table tidig.report_check (
    id bigint generated always as identity primary key,
    milestone text not null references tidig.report,
    checked_at timestamptz not null,
    facts jsonb not null,
    findings jsonb not null
);

create index report_check_milestone on tidig.report_check (milestone);
