package dev.lockbox.api.view;

import static java.util.function.Predicate.not;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.operation.Operation;
import dev.lockbox.domain.operation.Operations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened by the names of the audit record, for whoever comes with one of these. */
public final class EventOperations {
  /** Of roles the provider alone reads, and what is set aside happened to nobody. */
  private static final Set<Operation> OF_NO_CUSTOMER =
      EnumSet.of(
          Operation.DEFINE_ROLE,
          Operation.WITHDRAW_ROLE,
          Operation.DESCRIBE_ENGINEER,
          Operation.REQUEST_MEMBERSHIP,
          Operation.APPROVE_MEMBERSHIP,
          Operation.DENY_MEMBERSHIP,
          Operation.END_MEMBERSHIP,
          Operation.EXPIRE_MEMBERSHIP_REQUEST,
          Operation.EXPIRE_MEMBERSHIP,
          Operation.QUARANTINE);

  /** What may have happened at a customer, in the order of the alphabet. */
  public static final List<String> OF_CUSTOMER =
      Arrays.stream(Operation.values())
          .filter(not(OF_NO_CUSTOMER::contains))
          .map(Operation::code)
          .sorted()
          .toList();

  private EventOperations() {}

  /**
   * @throws ProblemException INVALID_REQUEST for none of these: nothing would ever be found, and
   *     that be taken for nothing having happened
   */
  public static String known(String name) {
    if (!OF_CUSTOMER.contains(name)) {
      throw new ProblemException(
          Code.INVALID_REQUEST,
          "operation must be one of %s".formatted(String.join(", ", OF_CUSTOMER)));
    }
    return name;
  }

  /** As the audit record tells of it; empty for the refusal of what is newer than this version. */
  static Optional<String> of(Event event) {
    return Operations.of(event).map(Operation::code);
  }
}
