-- Which documents went with a mail: the proof that an order or a decision was sent (20 and 33 §§ FL).
alter table tidig.mail add column documents uuid[] not null default '{}';

-- Until now each mail that carried a document carried the newest of the kind that has the mail's name.
update tidig.mail m
   set documents = array[(select d.id from tidig.document d
                           where d.reference = m.reference and d.kind = m.mail and d.created_at <= m.sent_at
                           order by d.created_at desc, d.id limit 1)]
 where exists (select 1 from tidig.document d
                where d.reference = m.reference and d.kind = m.mail and d.created_at <= m.sent_at);
