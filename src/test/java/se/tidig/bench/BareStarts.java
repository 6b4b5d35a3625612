package se.tidig.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import se.tidig.database.PostgresBinaries;

/**
 * What the engine alone can do: {@code startProcessInstanceByKey} of the model {@code application} and nothing else, with
 * full history, on a PostgreSQL with the settings of Tidig's embedded one. No job runs, and nobody is asked who they are.
 */
final class BareStarts {

    private static final int THREADS = 4;
    private static final String RATE = "starts a second: ";

    private BareStarts() {}

    /** Starts a second, after as long a time to warm up; in a JVM of its own with the flags of Tidig's. */
    static double perSecond(Path folder, Duration time) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BareStarts.class.getName(),
                        folder.toString(),
                        time.toString())
                .redirectError(folder.resolve("bare-log.txt").toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Stream.of(said.split("\n"))
                .filter(line -> line.startsWith(RATE))
                .map(line -> Double.parseDouble(line.substring(RATE.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The bare engine measured nothing:\n" + said));
    }

    public static void main(String[] folderAndTime) throws IOException, InterruptedException {
        System.out.println(RATE + measured(Path.of(folderAndTime[0]), Duration.parse(folderAndTime[1])));
    }

    private static double measured(Path folder, Duration time) throws IOException, InterruptedException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setPgBinaryResolver(new PostgresBinaries())
                        .setDataDirectory(folder.resolve("bare"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var pool = pool(postgres)) {
            var engine = engine(pool);
            try {
                engine.getRepositoryService()
                        .createDeployment()
                        .addInputStream(
                                "application.bpmn", Files.newInputStream(Path.of("processes", "application.bpmn")))
                        .deploy();
                starts(engine, time);
                return starts(engine, time);
            } finally {
                engine.close();
            }
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var settings = new HikariConfig();
        settings.setDataSource(postgres.getPostgresDatabase());
        return new HikariDataSource(settings);
    }

    private static ProcessEngine engine(HikariDataSource pool) {
        return ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(pool)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
    }

    private static double starts(ProcessEngine engine, Duration time) throws InterruptedException {
        var runtime = engine.getRuntimeService();
        var started = new AtomicLong();
        var threads = Executors.newFixedThreadPool(THREADS);
        var began = System.nanoTime();
        for (var i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                while (System.nanoTime() - began < time.toNanos()) {
                    runtime.startProcessInstanceByKey("application", BurstScene.CALL + "-" + started.incrementAndGet());
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
        return started.get() / ((System.nanoTime() - began) / 1e9);
    }
}
