-- Files that applicants hand in. A file lies in the folder of its draft until the draft is handed in; then it has the
-- case's reference.
create table tidig.upload (
    id          uuid primary key,
    folder      text        not null,
    reference   text,
    question    text        not null,
    name        text        not null,
    media_type  text        not null,
    size        bigint      not null,
    sha256      text        not null,
    -- Empty if the scanner found something in it.
    content     bytea       not null,
    state       text        not null check (state in ('WAITING', 'CLEAN', 'UNSCANNED', 'INFECTED')),
    found       text,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);

create index on tidig.upload (folder, uploaded_at);
create index on tidig.upload (reference, uploaded_at) where reference is not null;
create index on tidig.upload (uploaded_at) where state = 'WAITING';
-- Files are stored as they are: most of them are compressed already.
alter table tidig.upload alter column content set storage external;
