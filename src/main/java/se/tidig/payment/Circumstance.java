package se.tidig.payment;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something a person has found out about a recipient that may hinder a payment (15 b §).
 *
 * @param id null until stored
 * @param reference the grant's
 * @param milestone the payment at which it was found out
 * @param code as the table {@code payment-conditions} knows it
 * @param text what was found out, and how
 * @param notedBy user id
 */
@Table(schema = "tidig", value = "payment_circumstance")
public record Circumstance(
        @Id Long id, String reference, String milestone, String code, String text, String notedBy, Instant notedAt) {}
