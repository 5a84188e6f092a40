package dev.lockbox.verifier.lease;

/**
 * That a lease is being asked for. What comes in answer must have the same nonce, and lasts no
 * longer than if it had been issued at the moment of asking.
 *
 * @param nonce drawn for this question, and sent with it
 * @param atNanos when, by the ticker
 */
public record Asking(String nonce, long atNanos) {}
