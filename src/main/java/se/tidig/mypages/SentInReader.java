package se.tidig.mypages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Reads what a party has sent in, without the names of staff and without anything that staff have noted. */
@Component
public class SentInReader {

    private final CaseJournal journal;
    private final SentFormReader forms;
    private final Senders senders;

    SentInReader(CaseJournal journal, SentFormReader forms, Senders senders) {
        this.journal = journal;
        this.forms = forms;
        this.senders = senders;
    }

    /** Newest first. A confirmation or report is in no journal of documents, and is read from its form. */
    public List<SentIn> of(Reference reference) {
        var left = new ArrayList<>(forms.of(reference));
        var all = new ArrayList<SentIn>();
        for (var event : journal.documents(reference)) {
            var form = left.stream().filter(sent -> isOf(event, sent)).findFirst();
            form.ifPresent(left::remove);
            all.add(read(event, form.map(SentForm::id).orElse(null)));
        }
        left.forEach(sent -> all.add(read(sent)));
        all.sort(Comparator.comparing(SentIn::at).reversed());
        return all;
    }

    private static boolean isOf(CaseEvent event, SentForm sent) {
        return sent.act().event() == event.kind() && sent.answer().actor().equals(event.actor());
    }

    private SentIn read(CaseEvent event, String page) {
        return new SentIn(
                event.kind(),
                event.at(),
                senders.isStaff(event.actor()),
                senders.name(event.actor()),
                event.kind() == EventKind.APPLICATION ? null : event.text(),
                page);
    }

    private SentIn read(SentForm sent) {
        var answer = sent.answer();
        return new SentIn(
                sent.act().event(),
                answer.at(),
                senders.isStaff(answer.actor()),
                senders.name(answer.actor()),
                null,
                sent.id());
    }
}
