-- What the pages of a case read from the engine's history, which goes when the models' time to live is over.

-- The elements that a case has come to, of those that a public stage of its bundle names.
create table tidig.public_step (
    reference text not null,
    -- as in bundle.yaml, application#userTask_decide
    element   text not null,
    primary key (reference, element)
);

insert into tidig.public_step (reference, element)
    select distinct i.business_key_, i.proc_def_key_ || '#' || a.act_id_
    from engine.act_hi_procinst i
    join engine.act_hi_actinst a on a.proc_inst_id_ = i.id_
    where i.proc_def_key_ = 'application' and i.business_key_ is not null;

-- User id of the officer who has taken the case.
alter table tidig.application add column officer text;

update tidig.application
    set officer = v.text_
    from engine.act_hi_procinst i
    join engine.act_hi_varinst v on v.proc_inst_id_ = i.id_ and v.act_inst_id_ = i.id_
    where i.proc_def_key_ = 'application' and i.business_key_ = reference and v.name_ = 'caseOfficer';

-- Cases from before cases carried a bundle.
insert into tidig.case_bundle (reference, deployment)
    select distinct on (i.business_key_) i.business_key_, d.deployment_id_
    from engine.act_hi_procinst i
    join engine.act_re_procdef d on d.id_ = i.proc_def_id_
    where d.key_ in ('application', 'grant') and i.business_key_ is not null
    order by i.business_key_, i.start_time_ desc
    on conflict do nothing;
