-- Findings have their name in the table of conditions since version 1.1.0 of it. Cases that were opened before keep their
-- table, and what it finds is named from here.
create table tidig.finding_name (
    code text primary key,
    name text not null
);

insert into tidig.finding_name (code, name) values
    ('LATE', 'För sent inkommen'),
    ('NOT_SIGNED', 'Underskrift'),
    ('MISSING_ACTIVITY', 'Beskrivning av verksamheten saknas'),
    ('MISSING_PURPOSE', 'Beskrivning av syftet saknas'),
    ('MISSING_COSTS', 'Kostnader saknas'),
    ('MISSING_ANSWER', 'Uppgifter saknas'),
    ('MISSING_DOCUMENT', 'Handlingar saknas'),
    ('APPLICANT_TYPE', 'Slag av sökande'),
    ('FAITH_COMMUNITY', 'Trossamfund'),
    ('NO_BOARD', 'Ansvarig styrelse'),
    ('NOT_DEMOCRATIC', 'Demokratisk uppbyggnad'),
    ('PURPOSE', 'Huvudsakligt syfte'),
    ('TOO_NEW', 'Två års verksamhet'),
    ('UMBRELLA_MEMBERS', 'Medlemsorganisationer'),
    ('PARTNER', 'Samarbetspart'),
    ('PARTNER_PURPOSE', 'Samarbetsparts syfte'),
    ('PARTNER_PUBLIC', 'Offentlig samarbetspart'),
    ('DEMOCRACY', 'Demokrativillkor'),
    ('INSOLVENT', 'Likvidation eller konkurs'),
    ('ENFORCEMENT_DEBT', 'Skuld hos Kronofogden'),
    ('OVERDUE_RECOVERY', 'Obetalt återkrav'),
    ('FEE', 'Deltagaravgift'),
    ('MINORS_ONLY', 'Bara underåriga'),
    ('TARGET_GROUP', 'Målgrupp'),
    ('PROTECTION_REGISTERED', 'Folkbokförda med tillfälligt skydd'),
    ('MIXED_GROUP', 'Blandad målgrupp'),
    ('NO_FOCUS_AREA', 'Insatsområde'),
    ('INTERNSHIP', 'Praktik'),
    ('INTERNSHIP_PART', 'Praktik till en del'),
    ('ECONOMIC_ACTIVITY', 'Ekonomisk verksamhet'),
    ('STATUTORY_DUTY', 'Kommunens skyldighet'),
    ('STATUTORY_DUTY_PART', 'Kommunens skyldighet till en del'),
    ('INFLUENCE', 'Religiös eller politisk påverkan'),
    ('LONG_PERIOD', 'Lång period'),
    ('PENDING_FUNDING', 'Sökta offentliga medel'),
    ('COST_STATUTORY_DUTY', 'Kostnad för kommunens skyldighet'),
    ('COST_INTERNSHIP', 'Kostnad för praktik'),
    ('COST_NOT_IN_CALL', 'Kostnad utanför utlysningen'),
    ('COST_PUBLICLY_FUNDED', 'Redan finansierad kostnad'),
    ('NO_ELIGIBLE_COST', 'Ingen bidragsberättigad kostnad'),
    ('REQUEST_REDUCED', 'Lägre belopp än sökt');

comment on table tidig.finding_name is 'Reference data';
