package io.cerebro.realm;

/** Who is told what becomes of a realm's releases. */
public record Audience(AuditSettings audit) {
    /** Nobody. */
    public static final Audience NOBODY = new Audience(AuditSettings.NONE);
}
