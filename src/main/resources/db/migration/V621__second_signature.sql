-- An application that two authorised representatives sign together: the first submits it, the second signs it later.
-- The address of the person who was asked to sign as the second; null if one signs alone.
alter table tidig.draft_submission add column second_email text;

-- The primary key refuses a third signature.
create table tidig.draft_second_signature (
    draft     uuid        primary key references tidig.draft_submission (draft),
    signed_by text        not null,
    signer    text        not null,
    role      text        not null,
    signed_at timestamptz not null
);
