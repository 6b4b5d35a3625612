package se.tidig.payment;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;

/**
 * A circumstance about a recipient that a person has noted and that may hinder a payment (15 b §).
 *
 * @param id null until stored
 * @param reference the grant's
 * @param milestone the payment at which it was noted
 * @param code as the table {@code payment-conditions} names it
 * @param text what the circumstance is, and how it was found
 * @param notedBy user id
 */
@Table(schema = "tidig", value = "payment_circumstance")
public record Circumstance(
        @Id Long id,
        Reference reference,
        MilestoneKey milestone,
        String code,
        String text,
        Actor notedBy,
        Instant notedAt) {}
