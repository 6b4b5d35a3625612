package se.tidig.faults;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The applicants: they answer the mails they get, each kind of mail once, on paper. */
final class Applicants {

    private final Map<String, Life> byAddress;
    private final PostOffice post;
    private final Registrar registrar;
    private final Set<String> read = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private volatile Set<String> told = Set.of();

    Applicants(Town town, PostOffice post, Registrar registrar) {
        this.byAddress = town.lives().stream().collect(Collectors.toMap(Life::address, Function.identity()));
        this.post = post;
        this.registrar = registrar;
    }

    /** The kind of a mail, by a part of its subject. */
    enum Subject {
        RECEIVED("Vi har tagit emot er ansökan"),
        COMPLETION("Komplettera er ansökan"),
        CONFIRM("Bekräfta villkor och konto"),
        PAID("Vi har betalat ut bidrag"),
        REPORT("edovisning"),
        DECIDED("Beslut om er ansökan"),
        CLOSED("är avslutat");

        private final String words;

        Subject(String words) {
            this.words = words;
        }
    }

    /** Reads the mails that have come since the last time. */
    void work() {
        for (var mail : post.taken()) {
            var life = byAddress.get(mail.to());
            if (life != null && life.reference() != null && read.add(mail.messageId())) {
                for (var subject : Subject.values()) {
                    if (mail.subject().contains(subject.words) && answered.add(subject + " " + life.index)) {
                        answer(life, subject);
                    }
                }
            }
        }
        told = Set.copyOf(answered);
    }

    /** Whether the applicant has had a mail of the kind. */
    boolean told(Life life, Subject subject) {
        return told.contains(subject + " " + life.index);
    }

    private void answer(Life life, Subject subject) {
        switch (subject) {
            case RECEIVED -> {
                if (life.course == Course.WITHDRAWN) {
                    write(Registrar::withdrawal, life);
                }
            }
            case COMPLETION -> write(Registrar::completion, life);
            case CONFIRM -> write(Registrar::confirmation, life);
            case REPORT -> write(Registrar::report, life);
            default -> {
                // Good to know.
            }
        }
    }

    private void write(BiConsumer<Registrar, Life> paper, Life life) {
        registrar.receive(() -> paper.accept(registrar, life));
    }
}
