-- A password that an administrator has seen: good for choosing an own one, and for nothing else.
alter table tidig.staff add column first_password boolean not null default false;

-- What was done to an account, and what it was afterwards.
alter table tidig.staff_change
    add column what   text not null default 'GROUPS',
    add column name   text,
    add column email  text,
    add column boards text[];
alter table tidig.staff_change alter column what drop default;
