package se.tidig.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Raises and decides the question whether an agent may take part in a case (14 § FL). */
@Service
@Transactional
public class AgentRefusalService {

    private final Applications applications;
    private final JdbcClient jdbc;
    private final CaseJournal journal;
    private final Clock clock;

    AgentRefusalService(Applications applications, JdbcClient jdbc, CaseJournal journal, Clock clock) {
        this.applications = applications;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Questions the agent that the application names, authorised or not.
     *
     * @param heard what party and agent have said, or why they were not asked
     * @return the question's number
     * @throws Rejected if there is no agent, or the question has already been raised or decided
     */
    public long question(Reference reference, String grounds, String heard, Actor actor) {
        var agent = applications
                .lock(reference)
                .namedAgent()
                .orElseThrow(() -> new Rejected(
                        "caseReference", "Ansökan i ärendet " + reference + " anger inget ombud. Kontrollera numret."));
        if (isRefused(reference, agent.name())) {
            throw new Rejected("caseReference", "Ombudet får redan inte medverka i ärendet " + reference + ".");
        }
        if (open(reference, agent.name())) {
            throw new Rejected(
                    "caseReference",
                    "Frågan om ombudet i ärendet " + reference + " väntar redan på beslut. Se den uppgiften.");
        }
        journal.note(
                reference, EventKind.PROPOSAL, actor, LegalTexts.of("agent.question", agent.name(), grounds, heard));
        return jdbc.sql(
                        """
                        insert into tidig.agent_refusal
                            (reference, board, agent_name, agent_email, grounds, heard, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        reference.value(),
                        reference.board(),
                        agent.name(),
                        agent.email(),
                        grounds,
                        heard,
                        Actor.text(actor),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Decides the question.
     *
     * @param dissent null if nobody dissents
     * @throws Rejected if it has already been decided
     */
    public void decide(long id, boolean refused, String reasons, String dissent, Actor actor) {
        var decided = jdbc.sql(
                        """
                        update tidig.agent_refusal
                        set refused = ?, reasons = ?, dissent = ?, decided_by = ?, decided_at = ?
                        where id = ? and decided_at is null
                        """)
                .params(
                        refused,
                        reasons,
                        dissent,
                        Actor.text(actor),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        id)
                .update();
        if (decided == 0) {
            throw new Rejected("", "Frågan om ombudet är redan avgjord. Uppdatera uppgiftslistan.");
        }
        var question = get(id);
        journal.note(
                question.reference(),
                EventKind.DECISION,
                actor,
                LegalTexts.of(refused ? "agent.refused" : "agent.allowed", question.agentName(), reasons));
    }

    /** The question of that number. */
    @Transactional(readOnly = true)
    public AgentRefusal get(long id) {
        return jdbc.sql("select * from tidig.agent_refusal where id = ?")
                .param(id)
                .query(AgentRefusalService::read)
                .single();
    }

    /** Whether it is decided that the agent of that name may not take part in the case. */
    @Transactional(readOnly = true)
    public boolean isRefused(Reference reference, String agent) {
        return any(reference, agent, "refused");
    }

    /** The address of the agent whom the latest decision refused; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<String> refusedAgent(Reference reference) {
        return jdbc.sql(
                        """
                        select agent_email from tidig.agent_refusal where reference = ? and refused
                        order by decided_at desc limit 1
                        """)
                .param(reference.value())
                .query(String.class)
                .optional();
    }

    private boolean open(Reference reference, String agent) {
        return any(reference, agent, "decided_at is null");
    }

    private boolean any(Reference reference, String agent, String condition) {
        return jdbc.sql("select exists (select from tidig.agent_refusal"
                        + " where reference = ? and lower(agent_name) = lower(?) and " + condition + ")")
                .params(reference.value(), agent)
                .query(Boolean.class)
                .single();
    }

    private static AgentRefusal read(ResultSet row, int number) throws SQLException {
        return new AgentRefusal(
                row.getLong("id"),
                Reference.of(row.getString("reference")),
                row.getString("agent_name"),
                row.getString("agent_email"),
                row.getString("grounds"),
                row.getString("heard"),
                Actor.of(row.getString("proposed_by")),
                row.getTimestamp("decided_at") == null
                        ? null
                        : new AgentRefusal.Outcome(
                                row.getBoolean("refused"),
                                row.getString("reasons"),
                                row.getString("dissent"),
                                Actor.of(row.getString("decided_by")),
                                row.getTimestamp("decided_at").toInstant()));
    }
}
