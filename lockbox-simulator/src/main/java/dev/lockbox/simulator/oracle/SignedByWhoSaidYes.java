package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.simulator.record.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a customer wants every yes signed, each that counts was: by who said it, with a key that a
 * second person had agreed to, that had waited for its time and was not withdrawn, over just what
 * was granted. Whatever is wanted, nothing that is told as signed is less.
 */
final class SignedByWhoSaidYes implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence.tenants().stream()
        .flatMap(
            tenant -> new Reader(evidence.signed()).brokenBy(evidence.historyOf(tenant)).stream())
        .findFirst();
  }

  /** Reads one tenant's history, from its beginning. */
  private static final class Reader {
    private final List<Signed> signed;
    private final Map<KeyId, ApproverKeyRegistered> registered = new HashMap<>();
    private final Map<KeyId, Instant> holdFrom = new HashMap<>();
    private final Set<RequestId> unasked = new HashSet<>();
    private SignatureRules wanted = SignatureRules.NONE;
    private Optional<Recorded> before = Optional.empty();

    Reader(List<Signed> signed) {
      this.signed = signed;
    }

    Optional<String> brokenBy(List<Recorded> history) {
      for (var recorded : history) {
        var why = wrong(recorded);
        if (why.isPresent()) {
          return why;
        }
        if (recorded.event() instanceof DecisionSigned) {
          before = Optional.of(recorded);
        }
      }
      return Optional.empty();
    }

    private Optional<String> wrong(Recorded recorded) {
      var event = recorded.event();
      if (event instanceof SettingsChanged changed) {
        wanted = changed.settings().policy().signatures();
      } else if (event instanceof ApproverKeyRegistered added) {
        registered.put(added.key().id(), added);
      } else if (event instanceof ApproverKeyWithdrawn gone) {
        registered.remove(gone.key());
        holdFrom.remove(gone.key());
      } else if (event instanceof ApproverKeyConfirmed agreed) {
        return wrong(agreed);
      } else if (event instanceof DecisionSigned told) {
        return wrong(told);
      } else if (event instanceof GrantedWithoutCustomer grant) {
        unasked.add(grant.request());
      } else if (event instanceof GrantedByRule grant) {
        unasked.add(grant.request());
        return isRequired()
            ? Optional.of("%s was granted, and nobody signed".formatted(grant.request()))
            : Optional.empty();
      }
      return yes(event).flatMap(request -> unsigned(recorded, request));
    }

    private boolean isRequired() {
      return wanted.mode() == SignatureRules.Mode.REQUIRED;
    }

    private Optional<String> wrong(ApproverKeyConfirmed agreed) {
      holdFrom.put(agreed.key(), agreed.holdsFrom());
      var key = registered.get(agreed.key());
      if (key == null || key.by().actor().equals(agreed.by().actor())) {
        return Optional.of("nobody else agreed to key %s".formatted(agreed.key()));
      }
      return agreed.holdsFrom().isBefore(key.at().plus(wanted.keysWait()))
          ? Optional.of("key %s holds too soon".formatted(agreed.key()))
          : Optional.empty();
    }

    private Optional<String> wrong(DecisionSigned told) {
      var id = told.proof().key();
      var key = registered.get(id);
      var from = holdFrom.get(id);
      if (key == null || from == null || told.at().isBefore(from)) {
        return Optional.of("%s is signed by a key that holds for nobody".formatted(told.request()));
      }
      if (!key.by().actor().equals(told.by().actor())) {
        return Optional.of("%s is signed by another's key".formatted(told.request()));
      }
      return note(told).isEmpty()
          ? Optional.of("who holds key %s never signed %s".formatted(id, told.request()))
          : Optional.empty();
    }

    private Optional<Signed.Yes> note(DecisionSigned told) {
      return signed.stream()
          .filter(one -> one.signature().equals(told.proof().signature()))
          .filter(one -> one.key().equals(told.proof().key()))
          .map(Signed::content)
          .filter(Signed.Yes.class::isInstance)
          .map(Signed.Yes.class::cast)
          .filter(one -> one.request().equals(told.request()))
          .filter(one -> one.attempt().equals(told.by().attempt().id()))
          .filter(one -> one.person().equals(told.by().actor()))
          .filter(one -> one.key().equals(told.proof().key()))
          .findFirst();
    }

    private static Optional<RequestId> yes(Event event) {
      return switch (event) {
        case ApprovalGiven given -> Optional.of(given.request());
        case PracticeCompleted done -> Optional.of(done.request());
        default -> Grant.of(event).map(Grant::request);
      };
    }

    private Optional<String> unsigned(Recorded recorded, RequestId request) {
      var proof = before.filter(one -> one.cause().equals(recorded.cause())).map(Recorded::event);
      if (proof.isEmpty()) {
        return isRequired() && !unasked.contains(request)
            ? Optional.of("%s has a yes that nobody signed".formatted(request))
            : Optional.empty();
      }
      var granted =
          Grant.of(recorded.event()).map(one -> Duration.between(one.from(), one.until()));
      return granted.isPresent()
              && !granted.equals(note((DecisionSigned) proof.get()).map(Reader::time))
          ? Optional.of("%s was granted for %s, and signed for other".formatted(request, granted))
          : Optional.empty();
    }

    private static Duration time(Signed.Yes yes) {
      return yes.narrowing()
          .flatMap(less -> less.accessFor())
          .or(() -> yes.standing().map(terms -> terms.accessFor()))
          .orElse(Duration.ZERO);
    }
  }
}
