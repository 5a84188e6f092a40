package dev.lockbox.simulator.node;

import dev.lockbox.domain.Command;

/** Is shown what is decided, also what is undone later. For one thread. */
@FunctionalInterface
public interface Watcher {
  /** What a tenant's grants are called while something freezes them. */
  String FROZEN = "Frozen";

  /** And while nothing does. */
  String FREE = "Free";

  /** What an engineer's sessions at a customer are called while some is open. */
  String INSIDE = "Inside";

  /** And while none is. */
  String OUTSIDE = "Outside";

  /** What somebody of the provider's is called of whom nobody has said who they are. */
  String UNKNOWN = "Unknown";

  /** And once somebody has. */
  String KNOWN = "Known";

  /** And while they are a member of some role, or ask to be. */
  String MEMBER = "Member";

  Watcher NOBODY = (state, command, answer) -> {};

  /**
   * @param state what the command met, for example {@code Pending}
   * @param answer what it led to: the events' names, the refusal, {@code Repeated} or {@code
   *     NotDue}
   */
  void decided(String state, Command command, String answer);
}
