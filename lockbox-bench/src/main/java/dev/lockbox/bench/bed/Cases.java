package dev.lockbox.bench.bed;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The requests that are opened and decided, by number: what a support desk's look like, spread
 * evenly over tenants and these over partitions.
 */
public final class Cases {
  private static final int TENANTS_PER_PARTITION = 10;
  private static final int ENGINEERS = 20;
  private static final int PARTITIONS = Topics.COMMANDS.partitions();
  static final ActionName READ = new ActionName("sql.rows.read");

  private static final PersonId JIT = new PersonId("jit-service");
  private static final PersonId PROVIDER = new PersonId("provider");
  private static final String WHY =
      "Queries of the reporting database time out since the upgrade of Tuesday night; I need to"
          + " look at its plans and statistics.";

  /** Once opened, nothing else has happened to it. */
  static final long JUST_OPENED = 1;

  private final List<TenantId> tenants;
  private final String approver;

  /**
   * @param approver who decides, for every tenant
   */
  public Cases(String approver) {
    this.approver = approver;
    this.tenants = evenly();
  }

  /** The tenants of the first partition, then those of the second, and so on, taken in turns. */
  private static List<TenantId> evenly() {
    var byPartition =
        IntStream.range(0, PARTITIONS)
            .mapToObj(
                partition ->
                    Stream.iterate(0, n -> n + 1)
                        .map(n -> new TenantId("tenant-" + n))
                        .filter(tenant -> Topics.partitionOf(tenant, PARTITIONS) == partition)
                        .limit(TENANTS_PER_PARTITION)
                        .toList())
            .toList();
    return IntStream.range(0, TENANTS_PER_PARTITION * PARTITIONS)
        .mapToObj(n -> byPartition.get(n % PARTITIONS).get(n / PARTITIONS))
        .toList();
  }

  List<TenantId> tenants() {
    return tenants;
  }

  String approver() {
    return approver;
  }

  /** Takes every tenant in. One event each. */
  public List<LoggedCommand> registrations() {
    return tenants.stream().map(this::registration).toList();
  }

  public RequestId request(int number) {
    return new RequestId(tenants.get(number % tenants.size()), "request-" + number);
  }

  /** One event. */
  public LoggedCommand open(int number) {
    return new LoggedCommand(new CommandId("open-" + number), open(request(number), number));
  }

  /** Asks for access under an id of the caller's. */
  OpenRequest open(RequestId request, int number) {
    var asked =
        new Asked(
            engineer(number),
            new PersonalText(engineer(number), WHY),
            Optional.of(new Ticket("servicedesk", "INC-" + number, Optional.empty())),
            List.of(READ, new ActionName("sql.query.explain")),
            List.of(database(number)),
            Optional.empty());
    return new OpenRequest(request, new Attempt(JIT, new DecisionId("open-" + number)), asked);
  }

  /** Who asks, by number: the people of a desk, in turns. */
  PersonId engineer(int number) {
    return new PersonId("engineer-%d@provider".formatted(number % ENGINEERS));
  }

  /** What is asked for by number, and open to whoever has a grant of it. */
  ResourceName database(int number) {
    return new ResourceName("/sql/reporting/databases/" + number % tenants.size());
  }

  /** One event, when the request is open and undecided. */
  public LoggedCommand approve(int number) {
    return new LoggedCommand(new CommandId(decision(number)), approve(request(number), number));
  }

  Approve approve(RequestId request, int number) {
    return new Approve(request, deciding(number), Optional.empty(), JUST_OPENED, Optional.empty());
  }

  Deny deny(RequestId request, int number) {
    return new Deny(request, deciding(number), Optional.empty());
  }

  private Attempt deciding(int number) {
    return new Attempt(new PersonId(approver), new DecisionId(decision(number)));
  }

  /** The decision's id, which is the command's too. */
  static String decision(int number) {
    return "approve-" + number;
  }

  private LoggedCommand registration(TenantId tenant) {
    return new LoggedCommand(new CommandId("register-" + tenant.value()), register(tenant));
  }

  RegisterTenant register(TenantId tenant) {
    var members = Set.of(Member.of(approver, approver + "@example.com"));
    var by = new Attempt(PROVIDER, new DecisionId("register-" + tenant.value()));
    return new RegisterTenant(tenant, by, new Membership("standard", members, members, members));
  }
}
