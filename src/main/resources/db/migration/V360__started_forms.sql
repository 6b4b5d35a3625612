-- Whether a start form was sent in twice is asked at every start.
create index form_answer_start on tidig.form_answer (actor, form, at) where task_id is null;
