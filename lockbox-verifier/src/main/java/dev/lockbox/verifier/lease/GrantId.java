package dev.lockbox.verifier.lease;

/**
 * Which grant a lease is of.
 *
 * @param tenant the customer whose data it is
 * @param request the approved request
 */
public record GrantId(String tenant, String request) {}
