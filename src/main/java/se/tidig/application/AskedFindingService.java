package se.tidig.application;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.tidig.Reference;
import se.tidig.eligibility.EligibilityFinding;

/** Chooses the findings that the next request to complete is about. */
@Service
public class AskedFindingService {

    private final FindingAnswers answers;
    private final FindingKindsTable kinds;

    AskedFindingService(FindingAnswers answers, FindingKindsTable kinds) {
        this.answers = answers;
        this.kinds = kinds;
    }

    /** The open findings that ask for completion, or if there are none, all that speak against the application. */
    public List<EligibilityFinding> of(Reference reference, List<EligibilityFinding> findings) {
        var setAside = answers.setAside(reference);
        var open = findings.stream()
                .filter(finding -> !setAside.contains(finding.code()))
                .toList();
        var asked = open.stream()
                .filter(finding -> finding.effect() == EligibilityFinding.Effect.COMPLETION)
                .toList();
        return asked.isEmpty() ? open : asked;
    }

    /** The findings that the kind of request may cover: an order covers only what prevents examination (20 § FL). */
    public List<EligibilityFinding> of(Reference reference, List<EligibilityFinding> findings, CompletionKind kind) {
        var asked = of(reference, findings);
        var hindering = asked.stream().filter(this::isHindering).toList();
        // A case that keeps an earlier table of rounds may get an order although nothing prevents examination.
        return kind == CompletionKind.ORDER && !hindering.isEmpty() ? hindering : asked;
    }

    /** The questions of the application that the findings are about, by key. */
    public List<String> questions(Collection<EligibilityFinding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.questions().stream())
                .distinct()
                .toList();
    }

    boolean anyHinders(Collection<EligibilityFinding> findings) {
        return findings.stream().anyMatch(this::isHindering);
    }

    /** The provisions that an order for the findings rests on besides 20 § FL; null if there are none. */
    String provision(Collection<EligibilityFinding> findings) {
        var provisions = findings.stream()
                .flatMap(finding -> kinds.orderProvision(finding.code()).stream())
                .distinct()
                .collect(Collectors.joining(" och "));
        return provisions.isEmpty() ? null : provisions;
    }

    private boolean isHindering(EligibilityFinding finding) {
        return kinds.preventsExamination(finding.code());
    }
}
