-- The words in which a ground for a claim was chosen stand in the form; the claim keeps them. The earlier claims get the
-- words that they were shown with.
alter table tidig.repayment_claim
    add column ground_text text;

update tidig.repayment_claim
set ground_text = case ground
    when 'FALSE_INFORMATION' then '16 § första stycket 1: oriktiga uppgifter'
    when 'WRONGLY_PAID' then '16 § första stycket 2: felaktigt lämnat, bidragsmottagaren borde ha insett det'
    when 'UNUSED' then '16 § första stycket 3: inte använt, eller inte använt för syftet'
    when 'NOT_REPORTED' then '16 § första stycket 4: inte redovisat'
    when 'CONDITIONS' then '16 § första stycket 5: villkor inte följda'
    when 'DEMOCRACY' then '16 § andra stycket: villkoren i 7 a § inte uppfyllda'
    else ground
end;

alter table tidig.repayment_claim
    alter column ground_text set not null;
