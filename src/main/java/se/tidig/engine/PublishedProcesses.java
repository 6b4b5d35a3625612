package se.tidig.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which processes the models in force contain. The engine itself keeps every version that was ever published. */
@Component
public class PublishedProcesses {

    private final JdbcClient jdbc;

    PublishedProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether an earlier bundle contained the process and the bundle in force does not.
     *
     * @param key the process's id in its model
     */
    public boolean isRemoved(String key) {
        return jdbc.sql(
                        """
                        select exists (select from engine.act_re_procdef p
                                join tidig.bundle_deployment b on b.deployment = p.deployment_id_ where p.key_ = :key)
                            and not exists (select from engine.act_re_procdef p where p.key_ = :key and p.deployment_id_ = (
                                select b.deployment from tidig.bundle_deployment b
                                join engine.act_re_deployment d on d.id_ = b.deployment
                                order by b.number desc limit 1))
                        """)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
