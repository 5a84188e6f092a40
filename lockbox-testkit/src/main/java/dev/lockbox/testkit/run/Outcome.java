package dev.lockbox.testkit.run;

/** What a client was told of an operation. */
public sealed interface Outcome {

  /** Kafka acknowledged the record; what was decided is for the log to say. */
  record Published(int partition, long offset) implements Outcome {}

  /**
   * Yes.
   *
   * @param version of the request, as it was answered
   */
  record Accepted(long version) implements Outcome {}

  /**
   * The rules said no.
   *
   * @param code as the answer had it
   */
  record Refused(String code) implements Outcome {}

  /** It was turned away at the door and never came before the rules. */
  record Rejected(int status, String code) implements Outcome {}

  /** No answer, or one that does not say. */
  record Unknown(String why) implements Outcome {}
}
