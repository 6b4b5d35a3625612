-- Process owners read models and counts; a case they open by an act of its own.
update engine.act_ru_authorization set perms_ = 2
    where type_ = 1 and group_id_ = 'processOwners' and resource_type_ = 6 and resource_id_ = '*';

-- The log of a batch's jobs had no tenant, and was shown to every board.
update engine.act_hi_job_log l set tenant_id_ = i.tenant_id_
    from engine.act_hi_procinst i
    where l.tenant_id_ is null and i.proc_inst_id_ = l.process_instance_id_;

-- Cases that a process owner has opened, with the reason; open until the second moment. Rows are never changed.
create table tidig.case_opening (
    id        bigint generated always as identity primary key,
    reference text        not null,
    person    text        not null,
    reason    text        not null,
    opened_at timestamptz not null,
    until     timestamptz not null
);
create index case_opening_person on tidig.case_opening (person, reference, until);
