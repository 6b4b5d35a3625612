-- One order per milestone, whatever is retried: its key is the milestone's.
create table tidig.payment_order (
    key text primary key,
    version integer not null,
    reference text not null references tidig.grant_case,
    board text not null,
    paying_board text not null,
    payee text not null,
    organisation_number text not null,
    amount numeric(14, 2) not null check (amount > 0),
    giro text not null,
    giro_holder text,
    ledger_account text not null,
    ledger_cost_centre text not null,
    ledger_activity text not null,
    ledger_project text not null,
    status text not null,
    attempt integer not null,
    prepared_by text not null,
    prepared_at timestamptz not null,
    prepared_note text,
    approved_by text,
    approved_at timestamptz,
    return_reason text,
    trace_from timestamptz,
    trace_note text,
    mended_by text,
    mended_at timestamptz,
    mend_note text,
    new_account boolean not null,
    settled_on date,
    constraint four_eyes check (approved_by is null or approved_by <> prepared_by)
);

create index payment_order_reference on tidig.payment_order (reference);

create table tidig.payment_attempt (
    order_key text not null references tidig.payment_order,
    number integer not null,
    giro text not null,
    amount numeric(14, 2) not null,
    decided_by text not null,
    hash text,
    exported_at timestamptz,
    answer text,
    answered_on date,
    reason text,
    primary key (order_key, number)
);

-- Every line of every receipt, also those that changed nothing.
create table tidig.payment_receipt (
    id bigint generated always as identity primary key,
    order_key text not null,
    attempt integer not null,
    status text not null,
    amount numeric(14, 2),
    dated date not null,
    reason text,
    reception text not null,
    source text not null,
    line integer not null,
    received_at timestamptz not null,
    -- Read again after a crash, a line is the same line.
    unique (source, line)
);

create index payment_receipt_order on tidig.payment_receipt (order_key);

-- The receipt files that have been read, and what became of each.
create table tidig.payment_receipt_file (
    id bigint generated always as identity primary key,
    name text not null,
    read_at timestamptz not null,
    lines integer not null,
    message text
);

-- What the table payment-conditions said of a payment, and of which facts, each time it was asked.
create table tidig.payment_check (
    id bigint generated always as identity primary key,
    milestone text not null,
    checked_at timestamptz not null,
    outcome text not null,
    facts jsonb not null,
    findings jsonb not null
);

create index payment_check_milestone on tidig.payment_check (milestone);

-- What a person has found out about a recipient who is to be paid.
create table tidig.payment_circumstance (
    id bigint generated always as identity primary key,
    reference text not null references tidig.grant_case,
    milestone text not null,
    code text not null,
    text text not null,
    noted_by text not null,
    noted_at timestamptz not null
);

create index payment_circumstance_reference on tidig.payment_circumstance (reference);

create table tidig.payment_obstacle (
    id bigint generated always as identity primary key,
    version integer not null,
    reference text not null references tidig.grant_case,
    board text not null,
    milestone text not null,
    status text not null,
    opened_at timestamptz not null,
    investigated_by text not null,
    investigation text not null,
    hearing text,
    hearing_note text,
    hearing_by text,
    reply_deadline timestamptz,
    reply text,
    replied_at timestamptz,
    proposal text,
    withheld numeric(14, 2),
    reasons text,
    paragraphs text,
    proposed_by text,
    proposed_at timestamptz,
    participants text,
    return_reason text,
    decided_by text,
    decided_at timestamptz,
    constraint four_eyes check (decided_by is null or decided_by <> proposed_by)
);

create index payment_obstacle_milestone on tidig.payment_obstacle (milestone);

-- One investigation at a time.
create unique index payment_obstacle_open on tidig.payment_obstacle (milestone)
    where status in ('INVESTIGATED', 'COMMUNICATED', 'PROPOSED');

create table tidig.payment_obstacle_ground (
    obstacle bigint not null references tidig.payment_obstacle,
    code text not null,
    effect text not null,
    paragraph text not null,
    reason text not null
);

create index payment_obstacle_ground_obstacle on tidig.payment_obstacle_ground (obstacle);
