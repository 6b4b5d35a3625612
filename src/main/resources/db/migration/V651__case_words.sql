-- The words by which a case is found: its numbers and names, the answers of the application and of reports, and what is
-- written in it. Swedish words are found in all their forms.
create table tidig.case_words (
    reference text primary key,
    board     text     not null,
    words     tsvector not null
);
create index case_words_words on tidig.case_words using gin (words) with (fastupdate = off);

-- The texts of a form's answers, without days and the keys of alternatives. What exceeds 300,000 characters is not
-- searched.
create function tidig.answer_text(answers jsonb) returns text language sql immutable as $$
    select left(coalesce(string_agg(one #>> '{}', E'\n'), ''), 300000)
    from jsonb_path_query(answers, 'strict $.** ? (@.type() == "string")') one
    where one #>> '{}' !~ '^([a-z][a-zA-Z0-9]*|\d{4}-\d\d-\d\d)$'
$$;

-- What can be searched in a case, as text.
create function tidig.case_text(which text) returns text language sql stable as $$
    select left(coalesce(string_agg(part, E'\n'), ''), 300000) from (
        select tidig.answer_text(answers) as part from tidig.application where reference = which
        union all
        select title || E'\n' || description from tidig.call where reference = which
        union all
        (select tidig.answer_text(answers) from tidig.report_submission where reference = which order by id)
        union all
        (select text from tidig.case_event where reference = which
            and kind in ('NOTE', 'SUPPLEMENT', 'CHANGE', 'REPLY', 'COMPLETION', 'WITHDRAWAL') order by id)) parts
$$;

create view tidig.case_words_truth as
select c.reference, c.board,
    setweight(to_tsvector('swedish', c.name), 'A')
        || setweight(to_tsvector('simple', c.numbers), 'A')
        || to_tsvector('swedish', tidig.case_text(c.reference)) as words
from (
    select reference, board, applicant_name || ' ' || coalesce(answers ->> 'title', '') as name,
        concat_ws(' ', reference, diary_number, organisation_number) as numbers
    from tidig.application
    union all
    select reference, board, title, reference from tidig.call) c;

create function tidig.keep_words(which text) returns void language plpgsql as $$
declare
    kept text := coalesce(current_setting('tidig.kept_words', true), '');
begin
    if which is null or position(' ' || which || ' ' in kept) > 0 then
        return;
    end if;
    perform set_config('tidig.kept_words', kept || ' ' || which || ' ', true);
    perform tidig.remake_words(which);
end $$;

create function tidig.remake_words(which text) returns void language plpgsql as $$
begin
    perform from tidig.case_words where reference = which for update;
    insert into tidig.case_words select * from tidig.case_words_truth where reference = which
    on conflict (reference) do update set board = excluded.board, words = excluded.words;
end $$;

create function tidig.words_touched() returns trigger language plpgsql as $$
begin
    perform tidig.keep_words(new.reference);
    return null;
end $$;

create constraint trigger case_words after insert on tidig.application
    deferrable initially deferred for each row execute function tidig.words_touched();
create constraint trigger case_words_changed after update on tidig.application
    deferrable initially deferred for each row
    when (old.answers is distinct from new.answers or old.applicant_name is distinct from new.applicant_name
        or old.diary_number is distinct from new.diary_number)
    execute function tidig.words_touched();
create constraint trigger case_words after insert on tidig.call
    deferrable initially deferred for each row execute function tidig.words_touched();
create constraint trigger case_words_changed after update on tidig.call
    deferrable initially deferred for each row
    when (old.title is distinct from new.title or old.description is distinct from new.description)
    execute function tidig.words_touched();
create constraint trigger case_words after insert on tidig.report_submission
    deferrable initially deferred for each row execute function tidig.words_touched();
create constraint trigger case_words after insert on tidig.case_event
    deferrable initially deferred for each row
    when (new.kind in ('NOTE', 'SUPPLEMENT', 'CHANGE', 'REPLY', 'COMPLETION', 'WITHDRAWAL'))
    execute function tidig.words_touched();
