-- What the party's own page shows of what has been sent to it.
alter table tidig.mail
    -- as the model names the recipient: applicant, group:caseOfficers; null if it was sent before this was recorded
    add column addressee text,
    -- the text of the mail; null if it was sent before this was recorded
    add column text      text;

update tidig.mail m
   set addressee = 'applicant'
  from tidig.application a
 where (m.reference = a.reference or m.reference like a.reference || '-M%')
   and a.email <> '' and position(lower(a.email) in lower(m.recipients)) > 0;
