package dev.lockbox.api.security;

/**
 * Who signed in, as their issuer says.
 *
 * @param name for people to read; the id where the issuer gives no other
 */
public record SignedIn(Caller caller, String name) {}
