-- The words in which a person has chosen what may disqualify them stand in the form; the declaration keeps them. The
-- earlier ones get the words that they were shown with, and the values of the form.
alter table tidig.recusal
    add column ground_text text;

update tidig.recusal
set ground_text = case ground
        when 'PARTY' then 'Själv eller närstående part, eller påverkad av beslutet (16 § första stycket 1)'
        when 'REPRESENTATIVE'
            then 'Företräder eller har företrätt en part, själv eller närstående (16 § första stycket 2)'
        when 'EARLIER_INSTANCE' then 'Har tagit ställning hos en annan myndighet (16 § första stycket 3)'
        when 'OTHER' then 'Annan särskild omständighet (16 § första stycket 4)'
        else ground
    end,
    ground = case ground
        when 'PARTY' then 'party'
        when 'REPRESENTATIVE' then 'representative'
        when 'EARLIER_INSTANCE' then 'earlierInstance'
        when 'OTHER' then 'other'
        else ground
    end;

alter table tidig.recusal
    alter column ground_text set not null;
