-- Whether the same answers were sent in just before is asked at every start. The index finds them by their hash, which
-- is equal for equal jsonb (1.0 and 1.00, keys in any order), however much the person has sent in.
drop index tidig.form_answer_start;
create index form_answer_start on tidig.form_answer (actor, form, jsonb_hash_extended(answers, 0), at)
    where task_id is null;
