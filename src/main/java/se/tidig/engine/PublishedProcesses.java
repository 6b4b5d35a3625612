package se.tidig.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which processes the models in force have: the engine keeps every version that was ever published. */
@Component
public class PublishedProcesses {

    private final JdbcClient jdbc;

    PublishedProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the process was published with the bundle, and the bundle in force has it no more.
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
