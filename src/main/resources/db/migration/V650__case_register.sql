-- The register of cases: one row for each application and each call, with what lists, filters and counts of cases need.
-- An application's row is of the whole case: its grant, payments, reports and claims too. The rows follow from the
-- records and the engine's open tasks by the view tidig.case_truth; triggers keep them at the end of each transaction.

-- The stages of each deployed bundle and the elements of the processes that belong to them, as bundle.yaml describes
-- them; place is the order.
create table tidig.stage (
    deployment text    not null,
    element    text    not null,
    place      integer not null,
    name       text    not null,
    beside     boolean not null,
    -- the greatest is of the newest deployment
    number     bigint generated always as identity,
    primary key (deployment, element)
);
comment on table tidig.stage is 'Reference data';

create table tidig.case_row (
    reference           text primary key,
    board               text          not null,
    call                text          not null,
    -- call, application or grant
    kind                text          not null,
    -- the kind, and payment, report and claim while the case has one that is open
    kinds               text[]        not null,
    title               text          not null,
    applicant           text          not null,
    organisation_number text          not null,
    diary_number        text          not null,
    -- what was applied for; of a call, its frame
    requested           numeric(15, 2) not null,
    granted             numeric(15, 2),
    paid                numeric(15, 2),
    score               numeric(4, 1),
    received_at         timestamptz   not null,
    -- of the application or the call, as its record names it
    status              text          not null,
    decision            text,
    officer             text          not null,
    -- null if the case is at no stage that its bundle describes, or has ended
    stage               text,
    -- 0: staff have something to do; 1: the case waits for the party or for a time; 2: it has ended
    rank                smallint      not null,
    -- the first last day of those on whom the case waits; infinity if there is none
    due                 date          not null,
    -- user ids of those who hold a task
    holders             text[]        not null,
    -- board and group, as K:caseOfficers, of those who may do a task
    asked               text[]        not null,
    -- the same, of the tasks that nobody holds
    free                text[]        not null,
    -- whether the case waits for the applicant or the recipient
    party               boolean       not null,
    -- each open task and each answer that is awaited from the party
    waits               jsonb         not null,
    made_by             integer       not null
);

create index case_row_due on tidig.case_row (board, rank, due, reference);
create index case_row_stage on tidig.case_row (board, stage, rank, due, reference);
create index case_row_call_due on tidig.case_row (call, rank, due, reference);
create index case_row_call_stage on tidig.case_row (call, stage, rank, due, reference);
create index case_row_reference on tidig.case_row (board, reference);
create index case_row_applicant on tidig.case_row (board, applicant, reference);
create index case_row_received on tidig.case_row (board, received_at, reference);
create index case_row_requested on tidig.case_row (board, requested, reference);
-- For people of many boards.
create index case_row_all_due on tidig.case_row (rank, due, reference);
create index case_row_all_applicant on tidig.case_row (applicant, reference);
create index case_row_all_received on tidig.case_row (received_at, reference);
create index case_row_all_requested on tidig.case_row (requested, reference);
create index case_row_officer on tidig.case_row (officer, rank, due, reference);
create index case_row_organisation on tidig.case_row (organisation_number);
create index case_row_diary on tidig.case_row (lower(replace(diary_number, ' ', '')));
-- Without lists of rows to be added later, which every search would have to read.
create index case_row_holders on tidig.case_row using gin (holders) with (fastupdate = off);
create index case_row_asked on tidig.case_row using gin (asked) with (fastupdate = off);
create index case_row_free on tidig.case_row using gin (free) with (fastupdate = off);
create index case_row_kinds on tidig.case_row using gin (kinds) with (fastupdate = off);
create index recusal_person on tidig.recusal (person);

-- What a case's row says now.
create view tidig.case_truth as
select c.reference, c.board, c.call,
    case when c.is_call then 'call' when g.reference is null then 'application' else 'grant' end as kind,
    array_remove(array[
        case when c.is_call then 'call' when g.reference is null then 'application' else 'grant' end,
        case when r.paying then 'payment' end,
        case when r.reporting then 'report' end,
        case when w.claiming or exists (
            select from tidig.repayment_claim x
            where x.reference = c.reference and x.action = 'CLAIM' and x.repaid < x.amount and x.ended_on is null)
            then 'claim' end], null) as kinds,
    c.title, c.applicant, c.organisation_number, c.diary_number, c.requested,
    g.amount as granted, m.paid, s.score, c.received_at, c.status, d.kind as decision, c.officer,
    case when e.ended then null else coalesce(st.name, wt.name) end as stage,
    (case when w.tasks is not null then 0 when e.ended then 2 else 1 end)::smallint as rank,
    coalesce(case when w.tasks is not null then w.due when e.ended then null else p.due end, 'infinity') as due,
    coalesce(w.holders, '{}') as holders,
    coalesce(w.asked, '{}') as asked,
    coalesce(w.free, '{}') as free,
    p.awaited is not null as party,
    coalesce(w.tasks, '[]') || coalesce(p.awaited, '[]') as waits,
    1 as made_by
from (
    select a.reference, a.board, a.call, false as is_call, coalesce(a.answers ->> 'title', '') as title,
        a.applicant_name as applicant, a.organisation_number, coalesce(a.diary_number, '') as diary_number,
        coalesce(a.requested_amount, 0) as requested, a.received_at, a.status, coalesce(a.officer, '') as officer,
        a.status in ('DECIDED', 'WRITTEN_OFF', 'WITHDRAWN', 'ENDED') as settled
    from tidig.application a
    union all
    select k.reference, k.board, k.reference, true, k.title, '', '', '', k.frame, coalesce(k.opened_at, k.opens_at),
        k.status, '', k.status in ('ARCHIVED', 'CANCELLED')
    from tidig.call k) c
left join tidig.grant_case g on g.reference = c.reference
left join tidig.decision d on d.reference = c.reference
left join tidig.assessment_result s on s.reference = c.reference
cross join lateral (
    select array_append(coalesce(array_agg(x.key), '{}'), c.reference) as keys,
        case when g.reference is not null then coalesce(sum(x.paid), 0) end as paid
    from tidig.milestone x where x.reference = c.reference) m
-- the running processes
cross join lateral (
    select count(*) > 0 as running,
        coalesce(bool_or(x.key_ in ('disbursement', 'payment', 'payment-return')), false) as paying,
        coalesce(bool_or(x.key_ = 'report'), false) as reporting
    from engine.act_ru_execution i join engine.act_re_procdef x on x.id_ = i.proc_def_id_
    where i.business_key_ = any (m.keys)) r
cross join lateral (select c.settled and not r.running as ended) e
-- the open tasks
cross join lateral (
    select jsonb_agg(jsonb_build_object(
            'task', t.id_, 'name', t.name_, 'process', x.key_, 'element', t.task_def_key_, 'key', i.business_key_,
            'board', substr(t.tenant_id_, 3), 'holder', t.assignee_, 'groups', l.groups,
            'since', to_char(t.create_time_, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'due', (t.due_date_ at time zone 'UTC' at time zone 'Europe/Stockholm')::date)
            order by t.due_date_, t.create_time_, t.id_) as tasks,
        min((t.due_date_ at time zone 'UTC' at time zone 'Europe/Stockholm')::date) as due,
        array_agg(distinct t.assignee_) filter (where t.assignee_ is not null) as holders,
        (select array_agg(distinct f) from unnest(string_to_array(string_agg(l.asked, ' '), ' ')) f) as asked,
        (select array_agg(distinct f) from unnest(string_to_array(
            string_agg(l.asked, ' ') filter (where t.assignee_ is null), ' ')) f) as free,
        coalesce(bool_or(t.task_def_key_ like '%Recover%'), false) as claiming
    from engine.act_ru_execution i
    join engine.act_ru_task t on t.proc_inst_id_ = i.id_
    join engine.act_re_procdef x on x.id_ = i.proc_def_id_
    cross join lateral (
        select coalesce(jsonb_agg(n.group_id_ order by n.group_id_), '[]') as groups,
            string_agg(substr(t.tenant_id_, 3) || ':' || n.group_id_, ' ') as asked
        from engine.act_ru_identitylink n
        where n.task_id_ = t.id_ and n.type_ = 'candidate' and n.group_id_ is not null) l
    where i.business_key_ = any (m.keys)) w
-- the answers that the party has not given
cross join lateral (
    select jsonb_agg(jsonb_build_object('message', q.message, 'key', q.key, 'due', q.due) order by q.message, q.key)
            as awaited,
        min(q.due) as due
    from (
        select distinct v.event_name_ as message, i.business_key_ as key,
            case v.event_name_
                when 'application.completed' then (
                    select y.due_on from tidig.completion y
                    where y.reference = c.reference order by y.round desc limit 1)
                when 'application.replied' then (
                    select y.due_on from tidig.hearing y
                    where y.reference = c.reference order by y.requested_at desc limit 1)
                when 'report.submitted' then (select y.due from tidig.milestone y where y.key = i.business_key_)
                when 'report.completed' then (
                    select y.completion_deadline from tidig.report y where y.milestone = i.business_key_)
                when 'payment.obstacleReplied' then (
                    select (y.reply_deadline at time zone 'Europe/Stockholm')::date from tidig.payment_obstacle y
                    where y.milestone = i.business_key_ and y.status = 'COMMUNICATED')
            end as due
        from engine.act_ru_execution i
        join engine.act_ru_execution b on b.proc_inst_id_ = i.id_
        join engine.act_ru_event_subscr v on v.execution_id_ = b.id_
        where i.business_key_ = any (m.keys) and v.event_name_ in ('application.completed', 'application.replied',
            'grant.confirmed', 'report.submitted', 'report.completed', 'payment.obstacleReplied')) q) p
-- the stage of the furthest element that a process is at
left join lateral (
    select y.name from engine.act_ru_execution i
    join engine.act_ru_execution b on b.proc_inst_id_ = i.id_ and b.act_id_ is not null
    join engine.act_re_procdef x on x.id_ = b.proc_def_id_
    join tidig.stage y on y.deployment = x.deployment_id_ and y.element = x.key_ || '#' || b.act_id_ and not y.beside
    where i.business_key_ = any (m.keys)
    order by y.place desc limit 1) st on true
-- the stage that it came to last
left join lateral (
    select y.name from tidig.public_step x
    join tidig.case_bundle z on z.reference = x.reference
    join tidig.stage y on y.deployment = z.deployment and y.element = x.element and not y.beside
    where x.reference = c.reference
    order by x.last_entered_at desc nulls last, y.place desc limit 1) wt on true;

-- Makes the row what the truth is, at the end of the transaction.
create function tidig.keep_case(which text) returns void language plpgsql as $$
declare
    kept text := coalesce(current_setting('tidig.kept', true), '');
begin
    -- Once in a transaction: all that it does is done before its first row is kept.
    if which is null or position(' ' || which || ' ' in kept) > 0 then
        return;
    end if;
    perform set_config('tidig.kept', kept || ' ' || which || ' ', true);
    perform tidig.remake_case(which);
end $$;

create function tidig.remake_case(which text) returns void language plpgsql as $$
begin
    perform from tidig.case_row where reference = which for update;
    if not found then
        insert into tidig.case_row select * from tidig.case_truth where reference = which on conflict do nothing;
        perform from tidig.case_row where reference = which for update;
    end if;
    -- Reads anew, after the lock: another transaction may have changed the case meanwhile.
    insert into tidig.case_row select * from tidig.case_truth where reference = which
    on conflict (reference) do update set
        board = excluded.board, call = excluded.call, kind = excluded.kind, kinds = excluded.kinds,
        title = excluded.title, applicant = excluded.applicant,
        organisation_number = excluded.organisation_number, diary_number = excluded.diary_number,
        requested = excluded.requested, granted = excluded.granted, paid = excluded.paid, score = excluded.score,
        received_at = excluded.received_at, status = excluded.status, decision = excluded.decision,
        officer = excluded.officer, stage = excluded.stage, rank = excluded.rank, due = excluded.due,
        holders = excluded.holders, asked = excluded.asked, free = excluded.free,
        party = excluded.party, waits = excluded.waits,
        made_by = excluded.made_by
    where case_row.* is distinct from excluded.*;
end $$;

create function tidig.case_touched() returns trigger language plpgsql as $$
begin
    perform tidig.keep_case(coalesce(new.reference, old.reference));
    return null;
end $$;

create function tidig.case_of(business_key text) returns text language sql immutable as $$
    select regexp_replace(business_key, '-M[0-9]+$', '')
$$;

-- A process that has ended is found by its own row, which is deleted with it.
create function tidig.execution_touched() returns trigger language plpgsql as $$
begin
    perform tidig.keep_case(tidig.case_of(coalesce(new.business_key_, old.business_key_, (
        select business_key_ from engine.act_ru_execution where id_ = coalesce(new.proc_inst_id_, old.proc_inst_id_)))));
    return null;
end $$;

create function tidig.task_touched() returns trigger language plpgsql as $$
begin
    perform tidig.keep_case(tidig.case_of((
        select business_key_ from engine.act_ru_execution where id_ = coalesce(new.proc_inst_id_, old.proc_inst_id_))));
    return null;
end $$;

create function tidig.candidate_touched() returns trigger language plpgsql as $$
begin
    perform tidig.keep_case(tidig.case_of((
        select i.business_key_ from engine.act_ru_task t join engine.act_ru_execution i on i.id_ = t.proc_inst_id_
        where t.id_ = coalesce(new.task_id_, old.task_id_))));
    return null;
end $$;

do $$
declare
    records text;
begin
    foreach records in array array['application', 'call', 'grant_case', 'milestone', 'report', 'repayment_claim',
        'decision', 'assessment_result', 'completion', 'hearing', 'payment_obstacle', 'public_step', 'case_bundle']
    loop
        execute format('create constraint trigger case_register after insert or update or delete on tidig.%I'
            ' deferrable initially deferred for each row execute function tidig.case_touched()', records);
    end loop;
end $$;

create constraint trigger case_register after insert or delete on engine.act_ru_execution
    deferrable initially deferred for each row execute function tidig.execution_touched();
create constraint trigger case_register_moved after update on engine.act_ru_execution
    deferrable initially deferred for each row
    when (old.act_id_ is distinct from new.act_id_ or old.business_key_ is distinct from new.business_key_
        or old.proc_def_id_ is distinct from new.proc_def_id_)
    execute function tidig.execution_touched();
create constraint trigger case_register after insert or delete on engine.act_ru_task
    deferrable initially deferred for each row execute function tidig.task_touched();
create constraint trigger case_register_changed after update on engine.act_ru_task
    deferrable initially deferred for each row
    when (old.assignee_ is distinct from new.assignee_ or old.due_date_ is distinct from new.due_date_
        or old.name_ is distinct from new.name_ or old.proc_def_id_ is distinct from new.proc_def_id_)
    execute function tidig.task_touched();
create constraint trigger case_register_added after insert on engine.act_ru_identitylink
    deferrable initially deferred for each row when (new.task_id_ is not null and new.group_id_ is not null)
    execute function tidig.candidate_touched();
create constraint trigger case_register_removed after delete on engine.act_ru_identitylink
    deferrable initially deferred for each row when (old.task_id_ is not null and old.group_id_ is not null)
    execute function tidig.candidate_touched();
