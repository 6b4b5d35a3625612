package se.tidig.mypages.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.engine.SiteAddress;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.mypages.Act;

/** The addresses of the pages on which a party reads and answers. Whoever opens one logs in first and then sees it. */
@Component
class LinkContent implements CaseContent {

    private final SiteAddress site;
    private final Grants grants;

    LinkContent(SiteAddress site, Grants grants) {
        this.site = site;
        this.grants = grants;
    }

    /**
     * @param overview the page of the case
     * @param application what was submitted
     * @param account where the recipient names another account
     * @param start the first page of Mina sidor
     * @param newAccount where a person makes an account
     */
    record Links(
            String overview,
            String application,
            String completion,
            String hearing,
            String moreTime,
            String supplement,
            String senderConfirmation,
            String decisionDemand,
            String appeal,
            String grantConfirmation,
            String account,
            String changeRequest,
            String report,
            String call,
            String start,
            String newAccount) {}

    @Shows("link")
    Optional<Links> links(CaseTask task) {
        var reference = task.reference();
        return Optional.ofNullable(reference)
                .map(known -> new Links(
                        ofCase(known, ""),
                        ofCase(known, "/ansokan"),
                        act(known, Act.COMPLETION),
                        act(known, Act.HEARING),
                        act(known, Act.MORE_TIME),
                        act(known, Act.SUPPLEMENT),
                        act(known, Act.SENDER_CONFIRMATION),
                        act(known, Act.DECISION_DEMAND),
                        act(known, Act.APPEAL),
                        act(known, Act.GRANT_CONFIRMATION),
                        act(known, account(known)),
                        act(known, Act.CHANGE_REQUEST),
                        act(known, Act.REPORT),
                        site.of("/utlysningar/" + call(task)),
                        site.of("/mina-sidor"),
                        site.of("/konto")));
    }

    private static Reference call(CaseTask task) {
        return Optional.ofNullable(Reference.of(task.text(Variable.CALL))).orElse(task.reference());
    }

    /** A recipient that has not been paid confirms the conditions and the account again. */
    private Act account(Reference reference) {
        return grants.find(reference)
                .filter(grant -> grant.status() == Grant.State.AWAITING_CONFIRMATION)
                .map(grant -> Act.GRANT_CONFIRMATION)
                .orElse(Act.ACCOUNT);
    }

    private String act(Reference reference, Act act) {
        return ofCase(reference, "/" + act.path());
    }

    private String ofCase(Reference reference, String page) {
        return site.of("/mina-sidor/" + reference + page);
    }
}
