package dev.lockbox.api.view;

import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.signature.Payload;

/**
 * A yes that its approver signed, and what they read.
 *
 * @param digested {@link RequestDigest#texts} of the terms that stood: of these is the digest that
 *     was signed
 */
public record SignedYes(DecisionSigned signed, Payload digested) {}
