package dev.lockbox.verifier.lease;

/**
 * May this engineer do this, here, now?
 *
 * @param tenant the customer whose data it is
 * @param engineer by their id
 * @param action as requests ask for it
 * @param resource that it is done to, as requests name it
 * @param keeping what is kept meanwhile
 */
public record Question(
    String tenant, String engineer, String action, String resource, Keeping keeping) {}
