package dev.lockbox.api.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Who signed in, as their issuer says.
 *
 * @param name for people to read; the id where the issuer gives no other
 * @param authenticatedAt when they last proved who they are; empty where the issuer does not say
 * @param acr how, in the issuer's words; empty where it does not say
 */
public record SignedIn(
    Caller caller, String name, Optional<Instant> authenticatedAt, Optional<String> acr) {}
