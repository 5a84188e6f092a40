package dev.lockbox.api.signin;

import io.micronaut.http.HttpStatus;

/** Somebody could not be signed in. Its message is for the log; people are told less. */
final class SignInFailed extends Exception {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final String told;

  private SignInFailed(HttpStatus status, String told, String why) {
    super(why, null, false, false);
    this.status = status;
    this.told = told;
  }

  /** What came back is not what was begun here, or is not the issuer's. */
  static SignInFailed unbelieved(String why) {
    return new SignInFailed(
        HttpStatus.BAD_REQUEST, "This sign-in was not begun here, or took too long.", why);
  }

  /** The issuer says no, or says it of somebody who has nothing to do here. */
  static SignInFailed refused(String told, String why) {
    return new SignInFailed(HttpStatus.FORBIDDEN, told, why);
  }

  /** The issuer does not answer, or not as it should. */
  static SignInFailed unanswered(String why) {
    return new SignInFailed(
        HttpStatus.SERVICE_UNAVAILABLE, "Your sign-in service cannot be reached just now.", why);
  }

  HttpStatus status() {
    return status;
  }

  String told() {
    return told;
  }
}
