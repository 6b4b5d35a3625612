-- When a case came to each step of its public stages, which the applicant's case page tells.
alter table tidig.public_step
    -- the first time; null if it was before this was recorded
    add column entered_at      timestamptz,
    -- the latest time, if the case has come to it more than once
    add column last_entered_at timestamptz;

insert into tidig.public_step (reference, element, entered_at, last_entered_at)
    select regexp_replace(i.business_key_, '-M[0-9]+$', ''), i.proc_def_key_ || '#' || a.act_id_,
        min(a.start_time_ at time zone 'UTC'), max(a.start_time_ at time zone 'UTC')
    from engine.act_hi_procinst i
    join engine.act_hi_actinst a on a.proc_inst_id_ = i.id_
    where i.proc_def_key_ in ('application', 'grant', 'disbursement', 'report') and i.business_key_ is not null
    group by 1, 2
    on conflict (reference, element) do update
        set entered_at = excluded.entered_at, last_entered_at = excluded.last_entered_at;
