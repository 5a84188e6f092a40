package dev.lockbox.local.client;

/** A decision was sent, and nobody knows what became of it. */
public final class NoVerdict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of what is looked at before it is asked again. */
  NoVerdict() {
    super(
        "no verdict in time: it may have been taken down, and may yet be decided. Look at what"
            + " stands before you ask again");
  }

  NoVerdict(String decisionId) {
    super(
        "no verdict in time: the decision may have been taken down, and may yet be decided. Send it"
            + " again with --decision-id %s: it counts once".formatted(decisionId));
  }
}
