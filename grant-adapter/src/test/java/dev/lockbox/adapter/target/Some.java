package dev.lockbox.adapter.target;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;

/** Assignments to try with. */
final class Some {
  private Some() {}

  static Assignment assignment() {
    return numbered(1);
  }

  static Assignment numbered(int number) {
    return new Assignment(
        new RequestId(Cast.CONTOSO, "req-" + number),
        Cast.EVA,
        Cast.ACTIONS.getFirst(),
        Cast.RESOURCES.getFirst());
  }

  /** The same, each of another engineer. */
  static Assignment engineers(int number) {
    var one = numbered(number);
    return new Assignment(
        one.request(), new PersonId("engineer-" + number), one.action(), one.resource());
  }
}
