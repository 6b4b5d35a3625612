package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inspects everything that is running, as an administrator would after a bad night. */
@Component
public class Standing {

    private final JdbcClient jdbc;

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No incident, no failed job, and every token waits for a person or an event. */
    public void isSound() {
        assertThat(jdbc.sql("select incident_type_ || ' ' || incident_msg_ from engine.act_ru_incident")
                        .query(String.class)
                        .list())
                .as("incidents")
                .isEmpty();
        // Conflicts with another thread do not count: the engine logs them and tries again without counting a
        // failure. The jobs of a batch, which belong to no element, conflict now and then.
        assertThat(jdbc.sql(
                                """
                                select concat_ws(' ', job_id_, coalesce(act_id_, job_def_type_), job_exception_msg_)
                                from engine.act_hi_job_log
                                where job_state_ = 1 and coalesce(job_exception_msg_, '')
                                    not like 'ENGINE-03005 %updated by another transaction concurrently%'
                                """)
                        .query(String.class)
                        .list())
                .as("jobs that failed")
                .isEmpty();
        assertThat(jdbc.sql(
                                """
                                select e.business_key_ || ' ' || e.act_id_ from engine.act_ru_execution e
                                where not exists (select from engine.act_ru_execution c where c.parent_id_ = e.id_)
                                    and not exists (select from engine.act_ru_execution c where c.super_exec_ = e.id_)
                                    and not exists (select from engine.act_ru_task t where t.execution_id_ = e.id_)
                                    and not exists (select from engine.act_ru_job j where j.execution_id_ = e.id_)
                                    and not exists (select from engine.act_ru_ext_task x where x.execution_id_ = e.id_)
                                    and not exists (
                                        select from engine.act_ru_event_subscr s where s.execution_id_ = e.id_)
                                """)
                        .query(String.class)
                        .list())
                .as("tokens that wait for nothing")
                .isEmpty();
    }
}
