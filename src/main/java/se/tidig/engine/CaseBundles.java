package se.tidig.engine;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Reference;

/**
 * Which deployment of the bundle each case carries. It is the one under which the case was opened, and all later
 * processes of the case use it. It changes only if somebody migrates the case to another version in the engine.
 */
@Component
public class CaseBundles {

    private final JdbcClient jdbc;

    CaseBundles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records the deployment of a case that is opened or migrated. */
    public void carry(Reference reference, String deployment) {
        jdbc.sql(
                        """
                        insert into tidig.case_bundle (reference, deployment) values (:reference, :deployment)
                        on conflict (reference) do update set deployment = :deployment
                        """)
                .param("reference", reference.value())
                .param("deployment", deployment)
                .update();
    }

    /**
     * The id of the deployment. A case from the time before deployments were recorded uses the one of its newest
     * process of application or grant.
     *
     * @return empty if the reference is not a case's (a call's, for instance), or if the case is not opened yet
     */
    public Optional<String> of(Reference reference) {
        return jdbc.sql(
                        """
                        select coalesce(
                            (select c.deployment from tidig.case_bundle c
                                join engine.act_re_deployment d on d.id_ = c.deployment
                                where c.reference = :reference),
                            (select d.deployment_id_ from engine.act_hi_procinst i
                                join engine.act_re_procdef d on d.id_ = i.proc_def_id_
                                where i.business_key_ = :reference and d.key_ in ('application', 'grant')
                                order by i.start_time_ desc limit 1))
                        """)
                .param("reference", reference.value())
                .query(String.class)
                .optional();
    }

    /** The reference of the case that a process instance belongs to, ended or not. */
    public Optional<Reference> referenceOf(String processInstance) {
        return jdbc.sql(
                        """
                        select text_ from engine.act_hi_varinst
                        where proc_inst_id_ = ? and name_ = ? and text_ is not null
                        order by case when act_inst_id_ = proc_inst_id_ then 0 else 1 end limit 1
                        """)
                .params(processInstance, Variable.REFERENCE)
                .query(String.class)
                .optional()
                .flatMap(Reference::find);
    }
}
