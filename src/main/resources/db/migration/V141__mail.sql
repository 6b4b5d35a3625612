create table tidig.mail (
    -- Made from the external task, so that a mail sent again after a crash carries the same Message-ID.
    message_id text primary key,
    reference  text,
    board      text,
    mail       text        not null,
    recipients text        not null,
    subject    text        not null,
    sent_at    timestamptz not null
);

create index on tidig.mail (reference, sent_at);

create table tidig.subscriber (
    email      text        not null,
    board      text        not null,
    since      timestamptz not null,
    primary key (email, board)
);
