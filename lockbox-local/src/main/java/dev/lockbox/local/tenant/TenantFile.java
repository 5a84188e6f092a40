package dev.lockbox.local.tenant;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as an operator writes it down, in YAML or JSON. Names it does not know are refused.
 *
 * @param approvers at least one; {@code admins} and {@code auditors} may be left out
 * @param issuers which speak for its people; left out, what stands is left; empty for none
 */
public record TenantFile(
    String tenant,
    String plan,
    List<Entry> approvers,
    @Nullable List<Entry> admins,
    @Nullable List<Entry> auditors,
    @Nullable List<String> issuers) {

  /** A person, by the immutable id their issuer gave them, and where mail reaches them. */
  public record Entry(String id, String mail) {
    private Member member() {
      return Member.of(id, mail);
    }
  }

  /**
   * @throws dev.lockbox.local.intake.BadDocument when it is not such a file
   */
  public static TenantFile read(Path file) {
    var parsed = Documents.read(file, TenantFile.class);
    return Documents.checked(
        file.toString(),
        () -> {
          Documents.require(file, "tenant", parsed.tenant);
          Documents.require(file, "plan", parsed.plan);
          Documents.require(file, "approvers", parsed.approvers);
          parsed.membership();
          parsed.namedIssuers();
          parsed.id();
          return parsed;
        });
  }

  public TenantId id() {
    return new TenantId(tenant);
  }

  public Membership membership() {
    return new Membership(plan, members(approvers), members(admins), members(auditors));
  }

  /** Empty where the file does not say. */
  public Optional<Set<Issuer>> namedIssuers() {
    return Optional.ofNullable(issuers)
        .map(urls -> Issuer.bounded(urls.stream().map(Issuer::new).collect(Collectors.toSet())));
  }

  private static Set<Member> members(@Nullable List<Entry> entries) {
    return entries == null
        ? Set.of()
        : entries.stream().map(Entry::member).collect(Collectors.toSet());
  }
}
