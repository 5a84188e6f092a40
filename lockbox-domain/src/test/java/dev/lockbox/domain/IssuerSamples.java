package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;

import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who speaks for a tenant's people. */
public final class IssuerSamples {
  public static final Set<Issuer> ISSUERS =
      Set.of(
          new Issuer("https://login.contoso.example/tenants/7"),
          new Issuer("http://127.0.0.1:7070/"));

  private static final ChangeIssuers CHANGE =
      new ChangeIssuers(CONTOSO, by("other-issuers"), ISSUERS, Optional.of(7L));

  private IssuerSamples() {}

  static List<Command> commands() {
    return List.of(CHANGE);
  }

  static List<Command> sparseCommands() {
    return List.of(
        new ChangeIssuers(CONTOSO, by("no-issuers"), Set.of(), Optional.empty()),
        new RegisterTenant(CONTOSO, by("register-them"), Samples.MEMBERSHIP, ISSUERS));
  }

  static List<Event> events() {
    return List.of(
        new IssuersChanged(
            CONTOSO, MORNING, new Provenance(CHANGE.by(), CHANGE.content()), CHANGE.issuers()));
  }

  private static Attempt by(String id) {
    return new Attempt(OPERATOR, new DecisionId(id));
  }
}
