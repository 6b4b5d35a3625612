-- That a person has answered the question of a conflict of interest in a case (16–18 §§ FL).
create table tidig.conflict_declaration (
    reference   text        not null,
    person      text        not null,
    declared_at timestamptz not null,
    primary key (reference, person)
);

insert into tidig.conflict_declaration (reference, person, declared_at)
select reference, actor, min(at) from tidig.form_answer
where form = 'conflict-check' and reference is not null group by reference, actor;

-- The groups in which somebody else is looked for who could take over.
alter table tidig.recusal add column candidate_groups text[] not null default '{caseOfficers}';
