package se.tidig.call.process;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.SwedishDate;

/** The people of a call at Blekinge, until it opens. */
@Component
public class CallPlay {

    private final Play play;

    CallPlay(Play play) {
        this.play = play;
    }

    /** A call with these {@linkplain CallForms#call answers}, approved; the clock moves to its opening. */
    public String opened(Map<String, Object> answers) {
        var call = play.as("officerK1").start("call", answers).getBusinessKey();
        play.as("headK").complete("userTask_approveCall", call, Map.of("approval", "APPROVE"));
        play.asNobody();
        play.passTo(LocalDate.parse((String) answers.get("opensOn"))
                .atTime(8, 0)
                .atZone(SwedishDate.ZONE)
                .toInstant());
        play.goOn();
        return call;
    }
}
