create table tidig.grant_case (
    reference text primary key,
    version integer not null,
    board text not null,
    call text not null,
    organisation_number text not null,
    recipient text not null,
    municipal boolean not null,
    email text,
    amount numeric(14, 2) not null check (amount > 0),
    audit text not null,
    decided_on date not null,
    period_start date,
    period_end date,
    paying_board text not null,
    status text not null,
    opened_at timestamptz not null,
    reminders integer not null,
    contact_again date,
    giro text,
    giro_holder text,
    confirmed_at timestamptz,
    confirmed_by text,
    payee_verified_at timestamptz,
    payee_verified_by text,
    payee_verification text,
    declined_at timestamptz,
    decline_reason text,
    obstacle text,
    closed_at timestamptz
);

create index grant_case_call on tidig.grant_case (call);

create table tidig.milestone (
    key text primary key,
    reference text not null references tidig.grant_case,
    number integer not null,
    kind text not null,
    amount numeric(14, 2) not null,
    due date not null,
    latest date,
    status text not null,
    paid numeric(14, 2) not null,
    finished_at timestamptz,
    unique (reference, number)
);

-- One milestone at a time: the next begins when the one before it is finished.
create unique index milestone_open on tidig.milestone (reference) where status = 'OPEN';

create table tidig.grant_change (
    id bigint generated always as identity primary key,
    reference text not null references tidig.grant_case,
    kind text not null,
    text text not null,
    received_at timestamptz not null,
    received_from text not null,
    status text not null,
    outcome text,
    reason text,
    handled_by text,
    handled_at timestamptz
);

create index grant_change_reference on tidig.grant_change (reference);

create table tidig.repayment_claim (
    id bigint generated always as identity primary key,
    reference text not null references tidig.grant_case,
    milestone text,
    action text not null,
    ground text not null,
    amount numeric(14, 2) not null check (amount >= 0),
    repaid numeric(14, 2) not null check (repaid >= 0 and repaid <= amount),
    repaid_on date,
    reason text not null,
    handled_by text not null,
    handled_at timestamptz not null
);

create index repayment_claim_reference on tidig.repayment_claim (reference);
