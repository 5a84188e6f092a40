package dev.lockbox.simulator.people;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.simulator.people.Keyring.Key;
import dev.lockbox.simulator.record.Signed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** People who sign, with a key of theirs; and what is tried by who has none that would do. */
public final class Signatures {
  /** So many contents there are of each way. */
  private static final int CONTENTS = 16;

  /** What somebody else signed for, who never meant more. */
  private static final Duration BRIEFLY = Duration.ofMinutes(10);

  private static final List<Way> WAYS = List.of(Way.values());
  private static final Fingerprint NOTHING = Fingerprint.of(List.of("nothing"));

  private Signatures() {}

  /** How something is signed. */
  public enum Way {
    /** By the first key of whoever says it, over just that. */
    RIGHTLY,
    BY_THEIR_OTHER_KEY,
    BY_ANOTHERS_KEY,
    /** Said to be by their own key, and it was another's. */
    IN_ANOTHERS_HAND,
    /** Not one bit as it was made. */
    BROKEN,
    FOR_LESS_TIME,
    OF_ANOTHER_REQUEST,
    OF_ANOTHER_VERSION,
    /** As they were asked for at first, whatever became of that. */
    OF_THE_FIRST_TERMS,
    UNDER_CONDITIONS,
    /** As taken from what was said before. */
    OF_ANOTHER_ATTEMPT,
    IN_ANOTHERS_NAME
  }

  /** The variant of a yes, or of a registration, in such a way. */
  public static int variant(Way way, int content) {
    return way.ordinal() * CONTENTS + content;
  }

  /** The variant of a confirmation or a withdrawal. */
  public static int ofKey(int person, int number) {
    return number * Cast.PEOPLE.size() + person;
  }

  private static Way way(Details with) {
    return WAYS.get(with.variant() / CONTENTS % WAYS.size());
  }

  static Approve yes(Details all) {
    var way = way(all);
    var with = all.as(all.variant() % CONTENTS);
    var yes =
        new Approve(
            with.request(),
            with.by(with.person()),
            with.reason(),
            with.readVersion(),
            with.narrowing());
    var named = named(way, with.person());
    var meant = meant(way, yes);
    var standing = standing(way, with);
    var payload = DecisionPayload.of(meant, digest(meant.request(), standing, with), named.id());
    var content =
        new Signed.Yes(
            meant.request(),
            standing,
            meant.by().id(),
            meant.ifVersion(),
            meant.by().actor(),
            named.id(),
            meant.narrowing());
    return yes.with(proof(way, named, payload, content, with));
  }

  private static Key named(Way way, PersonId person) {
    return switch (way) {
      case BY_THEIR_OTHER_KEY -> Keyring.of(person, 1);
      case BY_ANOTHERS_KEY -> Keyring.of(another(person), 0);
      default -> Keyring.of(person, 0);
    };
  }

  /** What is signed in such a way where this is said. */
  public static Approve meant(Way way, Approve said) {
    return switch (way) {
      case FOR_LESS_TIME -> with(said, briefly(said.narrowing()));
      case UNDER_CONDITIONS -> with(said, recorded(said.narrowing()));
      case OF_ANOTHER_REQUEST ->
          new Approve(
              sister(said.request()), said.by(), said.reason(), said.ifVersion(), said.narrowing());
      case OF_ANOTHER_VERSION ->
          new Approve(
              said.request(), said.by(), said.reason(), said.ifVersion() - 1, said.narrowing());
      case OF_ANOTHER_ATTEMPT -> by(said, new Attempt(said.by().actor(), earlier(said.by().id())));
      case IN_ANOTHERS_NAME -> by(said, new Attempt(another(said.by().actor()), said.by().id()));
      default -> said;
    };
  }

  private static Approve with(Approve said, Narrowing less) {
    return new Approve(
        said.request(), said.by(), said.reason(), said.ifVersion(), Optional.of(less));
  }

  private static Approve by(Approve said, Attempt attempt) {
    return new Approve(
        said.request(), attempt, Optional.empty(), said.ifVersion(), said.narrowing());
  }

  /** For half of what is brief already. */
  private static Narrowing briefly(Optional<Narrowing> said) {
    var time =
        said.flatMap(Narrowing::accessFor).filter(BRIEFLY::equals).map(one -> one.dividedBy(2));
    return new Narrowing(
        said.flatMap(Narrowing::actions),
        said.flatMap(Narrowing::resources),
        Optional.of(time.orElse(BRIEFLY)),
        said.map(Narrowing::conditions).orElse(Conditions.NONE));
  }

  private static Narrowing recorded(Optional<Narrowing> said) {
    return new Narrowing(
        said.flatMap(Narrowing::actions),
        said.flatMap(Narrowing::resources),
        said.flatMap(Narrowing::accessFor),
        said.map(Narrowing::conditions).orElse(Conditions.NONE).and(Conditions.RECORDED));
  }

  /** Another one of the same customer's. */
  private static RequestId sister(RequestId request) {
    return new RequestId(request.tenant(), request.value() + "-again");
  }

  private static DecisionId earlier(DecisionId id) {
    return new DecisionId(id.value() + "-before");
  }

  private static PersonId another(PersonId person) {
    var place = Cast.PEOPLE.indexOf(person) + 1;
    return Cast.PEOPLE.get(place % Cast.PEOPLE.size());
  }

  private static Optional<Terms> standing(Way way, Details with) {
    return way == Way.OF_THE_FIRST_TERMS
        ? with.opening().map(opening -> opening.terms())
        : with.standing().or(() -> with.opening().map(opening -> opening.terms()));
  }

  /** As the request is shown to who reads it; who sees nothing signs nothing. */
  private static Fingerprint digest(RequestId request, Optional<Terms> standing, Details with) {
    return with.opening()
        .flatMap(opening -> standing.map(terms -> RequestDigest.of(request, opening, terms)))
        .orElse(NOTHING);
  }

  private static Proof proof(
      Way way, Key named, Payload payload, Signed.Content content, Details with) {
    var hand = way == Way.IN_ANOTHERS_HAND ? Keyring.of(another(with.person()), 0) : named;
    var made = hand.signature(payload);
    with.notes().accept(new Signed(hand.id(), payload, made, content));
    var shown = way == Way.BROKEN ? broken(made) : made;
    return new Proof(named.id(), shown, Optional.empty());
  }

  private static Octets broken(Octets signature) {
    var bytes = signature.bytes();
    bytes[0] ^= 1;
    return Octets.of(bytes);
  }

  /** Of a key of their own; or of another's, which they cannot sign with. */
  static RegisterApproverKey registration(Details all) {
    var way = way(all);
    var with = all.as(all.variant() % CONTENTS);
    var tenant = with.request().tenant();
    var by = with.by(with.person());
    var own = Keyring.of(with.person(), with.variant());
    var open =
        way == Way.BY_ANOTHERS_KEY ? Keyring.of(another(with.person()), 0).open() : own.open();
    var attempt = way == Way.OF_ANOTHER_ATTEMPT ? new Attempt(by.actor(), earlier(by.id())) : by;
    var payload = RegisterApproverKey.payload(tenant, attempt, open, Optional.empty());
    var content = new Signed.Holding(tenant, attempt.actor(), attempt.id(), open);
    var proof = proof(way, own, payload, content, with);
    return new RegisterApproverKey(
        tenant,
        by,
        open,
        Optional.empty(),
        new Proof(open.id(), proof.signature(), Optional.empty()));
  }

  static ConfirmApproverKey confirmation(Details with) {
    return new ConfirmApproverKey(with.request().tenant(), with.by(with.person()), key(with));
  }

  static WithdrawApproverKey withdrawal(Details with) {
    return new WithdrawApproverKey(with.request().tenant(), with.by(with.person()), key(with));
  }

  private static KeyId key(Details with) {
    var people = Cast.PEOPLE.size();
    return Keyring.of(Cast.PEOPLE.get(with.variant() % people), with.variant() / people).id();
  }
}
