package se.tidig.call.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;

/** How many days remain to apply, counted by the calendar: 0 on the last day. */
final class DaysLeft {

    private DaysLeft() {}

    /** The days by reference; a call that is not open has none. */
    static Map<Reference, Long> of(Collection<Call> calls, Instant now) {
        return calls.stream()
                .filter(call -> call.status() == CallStatus.OPEN)
                .collect(Collectors.toMap(Call::reference, call -> until(call.closesAt(), now)));
    }

    private static long until(Instant closing, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(SwedishDate.on(now), SwedishDate.on(closing.minusNanos(1))));
    }
}
