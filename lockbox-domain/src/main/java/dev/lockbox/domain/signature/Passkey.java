package dev.lockbox.domain.signature;

/**
 * What there is to a key that only an authenticator can sign with.
 *
 * @param relyingParty that it was made for, and for which alone it signs
 * @param credential by which a browser asks the authenticator for it; at most {@value
 *     #CREDENTIAL_BYTES_MAX} bytes. Source: Web Authentication, credential id
 */
public record Passkey(RelyingParty relyingParty, Octets credential) {
  public static final int CREDENTIAL_BYTES_MAX = 1023;

  public Passkey {
    credential.within("credential", 1, CREDENTIAL_BYTES_MAX);
  }
}
