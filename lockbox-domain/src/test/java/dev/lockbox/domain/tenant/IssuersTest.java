package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.time.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which issuers speak for a customer's people. */
class IssuersTest {
  private static final Issuer OLD = new Issuer("https://old.example");
  private static final Issuer NEW = new Issuer("https://new.example/contoso");

  @Test
  void theLogNamesNobodyAtFirst() {
    assertThat(registered().issuers()).isEmpty();
  }

  @Test
  void aCustomerIsTakenInWithThem() {
    var register = register(Set.of(OLD));
    assertThat(decide(Tenant.UNREGISTERED, register))
        .isEqualTo(
            new Accepted<>(
                List.of(
                    new TenantRegistered(CONTOSO, NOON, by(register), Samples.MEMBERSHIP),
                    new IssuersChanged(CONTOSO, NOON, by(register), Set.of(OLD)))));
    assertThat(after(Tenant.UNREGISTERED, register).issuers()).containsExactly(OLD);
    assertThat(register.content()).isNotEqualTo(register(Set.of(NEW)).content());
  }

  @Test
  void othersTakeTheirPlaceAllAtOnce() {
    var change = change("c", Set.of(NEW), Optional.of(2L));
    var before = after(Tenant.UNREGISTERED, register(Set.of(OLD)));
    assertThat(decide(before, change))
        .isEqualTo(
            new Accepted<>(List.of(new IssuersChanged(CONTOSO, NOON, by(change), Set.of(NEW)))));
    assertThat(after(before, change).issuers()).containsExactly(NEW);
    assertThat(after(before, change("none", Set.of(), Optional.empty())).issuers()).isEmpty();
  }

  @Test
  void whatStandsAlreadyIsNoChange() {
    var before = after(Tenant.UNREGISTERED, register(Set.of(OLD, NEW)));
    assertRefused(before, change("c", Set.of(NEW, OLD), Optional.of(9L)), NOTHING_TO_CHANGE);
  }

  @Test
  void itIsRefusedWhereAnotherVersionStandsOrNoCustomer() {
    assertRefused(registered(), change("c", Set.of(NEW), Optional.of(2L)), STALE_VERSION);
    assertRefused(Tenant.UNREGISTERED, change("c", Set.of(NEW), Optional.empty()), UNKNOWN_TENANT);
  }

  @Test
  void otherChangesLeaveThemAlone() {
    Tenant state = after(Tenant.UNREGISTERED, register(Set.of(OLD)));
    for (var other :
        List.of(
            new ChangePlan(CONTOSO, attempt("p"), "Basic"),
            new ReplaceApprovers(CONTOSO, attempt("a"), Set.of(Samples.BEN_MEMBER)),
            new ReplaceMembers(
                CONTOSO,
                attempt("m"),
                Set.of(Samples.ANNA_MEMBER),
                Set.of(),
                Set.of(),
                Optional.empty()))) {
      state = after(state, other);
      assertThat(((Registered) state).issuers()).containsExactly(OLD);
    }
  }

  @Test
  void thereAreEightAtTheMost() {
    var nine =
        IntStream.range(0, 9)
            .mapToObj(i -> new Issuer("https://issuer.example/" + i))
            .collect(Collectors.toSet());
    assertThatThrownBy(() -> change("c", nine, Optional.empty()))
        .hasMessage("issuers must be at most 8, were 9");
    assertThatThrownBy(() -> register(nine)).hasMessage("issuers must be at most 8, were 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.example",
        "https://login.example/",
        "https://Login.example:8443/tenants/7",
        "http://127.0.0.1:7070",
        "http://localhost/x",
        "http://[::1]:1"
      })
  void anIssuerIsKeptToTheLetter(String url) {
    assertThat(new Issuer(url).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "login.example",
        "http://login.example",
        "http://localhost.example",
        "HTTPS://login.example",
        "https:///path",
        "https://login.example?x=1",
        "https://login.example#x",
        "https://somebody@login.example",
        "https://log in.example",
        "https://login.ex\u00e4mple",
        "https://login.example/{x}",
        "ftp://login.example"
      })
  void anythingElseIsNone(String url) {
    assertThatThrownBy(() -> new Issuer(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIssuerIsNoLongerThan255Characters() {
    var longest = "https://login.example/" + "x".repeat(233);
    assertThat(new Issuer(longest).url()).hasSize(255);
    assertThatThrownBy(() -> new Issuer(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Registered registered() {
    return after(Tenant.UNREGISTERED, register(Set.of()));
  }

  private static RegisterTenant register(Set<Issuer> issuers) {
    return new RegisterTenant(CONTOSO, attempt("register"), Samples.MEMBERSHIP, issuers);
  }

  private static ChangeIssuers change(String id, Set<Issuer> issuers, Optional<Long> ifVersion) {
    return new ChangeIssuers(CONTOSO, attempt(id), issuers, ifVersion);
  }

  private static Attempt attempt(String id) {
    return new Attempt(OPERATOR, new DecisionId(id));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }

  private static Registered after(Tenant before, TenantCommand command) {
    var accepted = (Accepted<TenantEvent>) decide(before, command);
    return (Registered)
        accepted.events().stream().reduce(before, Tenant::evolve, (first, second) -> second);
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command) {
    return TenantDecider.decide(state, command, Moment.at(NOON));
  }

  private static void assertRefused(Tenant state, TenantCommand command, Refusal expected) {
    assertThat(((Refused<TenantEvent>) decide(state, command)).refusal()).isEqualTo(expected);
  }
}
