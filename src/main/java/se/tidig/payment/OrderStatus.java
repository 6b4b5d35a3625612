package se.tidig.payment;

/** How far a payment order has come. */
public enum OrderStatus {
    NEW("Ny"),
    PREPARED("Förberedd"),
    RETURNED("Återlämnad"),
    APPROVED("Attesterad"),
    READY("Ska skickas"),
    EXPORTING("Skickas"),
    EXPORTED("Skickad, väntar på svar"),
    REJECTED("Gick inte igenom"),
    MENDED("Rättad, väntar på kontroll"),
    SETTLED("Betald"),
    CANCELLED("Avbruten");

    private final String swedish;

    OrderStatus(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }
}
