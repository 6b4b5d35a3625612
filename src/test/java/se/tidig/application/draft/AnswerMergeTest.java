package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the answers of two people to the same question are joined. */
class AnswerMergeTest {

    @Test
    void whatOnlyOneHasChangedIsTaken() {
        assertThat(AnswerMerge.of("a", "b", "a")).isEqualTo(new AnswerMerge("b", false));
        assertThat(AnswerMerge.of("a", "a", "c")).isEqualTo(new AnswerMerge("c", false));
        assertThat(AnswerMerge.of("a", "a", null)).isEqualTo(new AnswerMerge(null, false));
        assertThat(AnswerMerge.of(null, "b", null)).isEqualTo(new AnswerMerge("b", false));
    }

    @Test
    void whatBothHaveChangedTheSameWayIsNoConflict() {
        assertThat(AnswerMerge.of("a", "b", "b")).isEqualTo(new AnswerMerge("b", false));
    }

    @Test
    void whatBothHaveChangedEachTheirOwnWayWaits() {
        assertThat(AnswerMerge.of("a", "b", "c")).isEqualTo(new AnswerMerge("b", true));
        assertThat(AnswerMerge.of("a", null, "c")).isEqualTo(new AnswerMerge(null, true));
        assertThat(AnswerMerge.of("a", "b", null)).isEqualTo(new AnswerMerge("b", true));
        assertThat(AnswerMerge.of(List.of("x"), List.of("x", "y"), List.of()).conflict())
                .isTrue();
    }

    @Test
    void rowsThatEachAddsAreAllKept() {
        assertThat(AnswerMerge.of(rows("1"), rows("1", "2"), rows("1", "3")))
                .isEqualTo(new AnswerMerge(rows("1", "2", "3"), false));
        assertThat(AnswerMerge.of(null, rows("2"), rows("3"))).isEqualTo(new AnswerMerge(rows("2", "3"), false));
    }

    @Test
    void differentRowsAreChangedByDifferentPeople() {
        assertThat(AnswerMerge.of(rows("1", "2"), rows("9", "2"), rows("1", "8")))
                .isEqualTo(new AnswerMerge(rows("9", "8"), false));
    }

    @Test
    void theSameRowChangedByBothWaits() {
        assertThat(AnswerMerge.of(rows("1", "2"), rows("9", "2"), rows("8", "2"))
                        .conflict())
                .isTrue();
    }

    @Test
    void aRowTakenAwayWhileTheOtherWritesWaits() {
        assertThat(AnswerMerge.of(rows("1", "2"), rows("1", "9"), rows("2")).conflict())
                .isTrue();
        assertThat(AnswerMerge.of(rows("1", "2"), rows("1", "2"), rows("2")))
                .isEqualTo(new AnswerMerge(rows("2"), false));
    }

    @Test
    void whoOnlyAddsRowsLeavesTheOthersToTheOther() {
        assertThat(AnswerMerge.of(rows("2"), rows("1", "2"), rows("2½")))
                .isEqualTo(new AnswerMerge(rows("1", "2½"), false));
        assertThat(AnswerMerge.of(rows("1", "2"), rows("2"), rows("1", "2", "3")))
                .isEqualTo(new AnswerMerge(rows("2", "3"), false));
        assertThat(AnswerMerge.of(rows("1", "2"), rows("0", "1", "2"), rows("2", "3")))
                .isEqualTo(new AnswerMerge(rows("0", "2", "3"), false));
    }

    /** Taking a row away and adding one leaves as many rows, but those below are others. */
    @Test
    void rowsThatHaveMovedAreNeverMixed() {
        assertThat(AnswerMerge.of(rows("1", "2"), rows("1", "9"), rows("2", "3"))
                        .conflict())
                .isTrue();
    }

    @Test
    void anEmptyAnswerAnUntickedBoxAndNoAnswerAreTheSame() {
        assertThat(AnswerMerge.same(null, "")).isTrue();
        assertThat(AnswerMerge.same(null, List.of())).isTrue();
        assertThat(AnswerMerge.same(null, false)).isTrue();
        assertThat(AnswerMerge.same(new BigDecimal("10.00"), 10)).isTrue();
        assertThat(AnswerMerge.same("false", false)).isFalse();
        assertThat(AnswerMerge.same("a", "A")).isFalse();
    }

    private static Object rows(String... texts) {
        return Arrays.stream(texts).map(text -> Map.of("text", text)).toList();
    }
}
