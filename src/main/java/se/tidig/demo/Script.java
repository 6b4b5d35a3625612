package se.tidig.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scenes of the demonstration: written case by case, played in the order of time. */
class Script {

    private record Scene(Instant at, Runnable action) {}

    private final StoryDays days;
    private final List<Scene> scenes = new ArrayList<>();

    Script(StoryDays days) {
        this.days = days;
    }

    StoryDays days() {
        return days;
    }

    void on(int daysAgo, int hour, Runnable action) {
        on(days.at(daysAgo, hour), action);
    }

    void on(Instant at, Runnable action) {
        scenes.add(new Scene(at, action));
    }

    /** Plays the scenes between the two instants. */
    void play(Stage stage, Instant from, Instant to) {
        scenes.stream()
                .filter(scene -> !scene.at().isBefore(from) && scene.at().isBefore(to))
                .sorted(Comparator.comparing(Scene::at))
                .forEach(scene -> {
                    stage.to(scene.at());
                    scene.action().run();
                });
    }
}
