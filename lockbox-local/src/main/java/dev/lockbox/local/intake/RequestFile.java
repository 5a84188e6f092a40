package dev.lockbox.local.intake;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody writes it down, with the names under which the API shows it. What the
 * lockbox settles itself (state, version, createdAt, decideBy, accessUntil) cannot be asked for.
 *
 * @param id empty for a fresh one
 * @param tenant may be left out where the command line names it
 * @param accessFor an ISO 8601 duration; empty means as long as the tenant grants
 * @param details what else is said of it; empty for nothing
 */
public record RequestFile(
    @Nullable String id,
    @Nullable String tenant,
    String engineer,
    String justification,
    @Nullable Ticket ticket,
    List<String> actions,
    List<String> resources,
    @Nullable String accessFor,
    @Nullable DetailsFile details) {

  /** The support ticket behind it. */
  public record Ticket(String system, String id, @Nullable String url) {
    private dev.lockbox.domain.identity.Ticket toDomain() {
      return new dev.lockbox.domain.identity.Ticket(system, id, Optional.ofNullable(url));
    }
  }

  /** Which request, what it asks, and what else it says. */
  public record Read(RequestId request, Asked asked, Details details) {
    public Read(RequestId request, Asked asked) {
      this(request, asked, Details.NONE);
    }

    /** The same, passed on so often inside the provider. */
    public Read escalated(int level) {
      var said = details.requester();
      var requester =
          new Requester(
              said.identity(), said.country(), said.team(), Optional.of(level), said.pseudonym());
      return new Read(
          request,
          asked,
          new Details(
              details.purpose(),
              details.dataAccess(),
              details.reasonCode(),
              details.severity(),
              details.alternativesTried(),
              details.level(),
              requester,
              details.ticket(),
              details.tags(),
              details.previous(),
              details.startAt(),
              details.isSingleUse(),
              details.arguments()));
    }
  }

  /**
   * @param tenant wins where the file names none, and must agree where it does
   * @throws BadDocument when the file is not a request, or names another tenant
   */
  public static Read read(Path file, TenantId tenant) {
    var parsed = Documents.read(file, RequestFile.class);
    Documents.require(file, "engineer", parsed.engineer);
    Documents.require(file, "justification", parsed.justification);
    Documents.require(file, "actions", parsed.actions);
    Documents.require(file, "resources", parsed.resources);
    if (parsed.tenant != null && !parsed.tenant.equals(tenant.value())) {
      throw new BadDocument(
          file.toString(), "is of tenant %s, not of %s".formatted(parsed.tenant, tenant));
    }
    return Documents.checked(file.toString(), () -> parsed.read(tenant));
  }

  /** Something an engineer of the demo might well ask for. */
  public static Read plausible(TenantId tenant) {
    var file =
        new RequestFile(
            null,
            null,
            "eva",
            "etcd reports a slow disk on one member; reading its logs and metrics",
            new Ticket("servicedesk", "SD-4711", "https://servicedesk.example/tickets/SD-4711"),
            List.of("k8s.pod.logs", "k8s.metrics.read"),
            List.of("/clusters/%s-1/ns/openshift-etcd".formatted(tenant)),
            null,
            null);
    return new Read(file.requestOf(tenant), file.asked());
  }

  private Read read(TenantId tenant) {
    var said =
        Optional.ofNullable(details)
            .map(one -> one.toDomain(tenant, new PersonId(engineer)))
            .orElse(Details.NONE);
    said.mustFit(tenant, new PersonId(engineer));
    return new Read(requestOf(tenant), asked(), said);
  }

  private RequestId requestOf(TenantId of) {
    return new RequestId(of, id == null ? UUID.randomUUID().toString() : id);
  }

  private Asked asked() {
    var person = new PersonId(engineer);
    return new Asked(
        person,
        new PersonalText(person, justification),
        Optional.ofNullable(ticket).map(Ticket::toDomain),
        actions.stream().map(ActionName::new).toList(),
        resources.stream().map(ResourceName::new).toList(),
        Optional.ofNullable(accessFor).map(RequestFile::duration));
  }

  private static Duration duration(String text) {
    try {
      return Duration.ofMillis(Duration.parse(text).toMillis()); // as the wire will have it
    } catch (DateTimeParseException | ArithmeticException malformed) {
      throw new IllegalArgumentException(
          "accessFor must be an ISO 8601 duration like PT2H, was '%s'".formatted(text), malformed);
    }
  }
}
