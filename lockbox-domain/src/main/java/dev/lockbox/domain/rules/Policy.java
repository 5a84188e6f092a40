package dev.lockbox.domain.rules;

/**
 * What else a tenant has set: parts that know nothing of each other, each with a value that says
 * nothing. A part that comes to it is a component here, and a line where the parts are told: as
 * texts, on the wire, in JSON and in the record.
 *
 * @param mails which of them its people get
 * @param separation how long who changed the rules says no yes
 * @param scopes which approvers approve where
 * @param closing who must say that they closed once a grant ended
 * @param sessions how engineers come in, and what ends their sessions
 * @param reasonCodes for which reasons anything may be asked for
 * @param routes by what is said of a request
 * @param assignments who holds which role where
 * @param disabling whether taking anything out of the lockbox takes two people
 * @param access what is never granted, demanded of grants and decided beforehand
 * @param pace how fast one engineer may ask
 * @param dialogue what may be said about a request that waits
 * @param width how much one request may ask for
 * @param cap how long access may be asked for
 * @param signatures of whom one is asked who says yes
 * @param review what must be read before a yes
 * @param guardRails what must be behind the lockbox whatever the enrolment says
 * @param reading whether anybody is reminded of what was done and not read
 */
public record Policy(
    Mails mails,
    Separation separation,
    Scopes scopes,
    ClosingRules closing,
    SessionRules sessions,
    ReasonCodes reasonCodes,
    DetailedRoutes routes,
    Assignments assignments,
    Disabling disabling,
    AccessRules access,
    Pace pace,
    DialogueRules dialogue,
    Width width,
    AccessCap cap,
    SignatureRules signatures,
    ReviewRules review,
    GuardRails guardRails,
    ReadingRules reading) {
  /** What holds while nothing is set. */
  public static final Policy DEFAULT =
      new Policy(
          Mails.ALL,
          Separation.NONE,
          Scopes.NONE,
          ClosingRules.NONE,
          SessionRules.DEFAULT,
          ReasonCodes.ANY,
          DetailedRoutes.NONE,
          Assignments.NONE,
          Disabling.FREE,
          AccessRules.NONE,
          Pace.FREE,
          DialogueRules.NONE,
          Width.ANY,
          AccessCap.NONE,
          SignatureRules.NONE,
          ReviewRules.NONE,
          GuardRails.NONE,
          ReadingRules.NONE);

  /** What a policy has one of. */
  public sealed interface Part
      permits Mails,
          Separation,
          Scopes,
          ClosingRules,
          SessionRules,
          ReasonCodes,
          DetailedRoutes,
          Assignments,
          Disabling,
          AccessRules,
          Pace,
          DialogueRules,
          Width,
          AccessCap,
          SignatureRules,
          ReviewRules,
          GuardRails,
          ReadingRules {}

  /** The same, but for this part. */
  public Policy with(Part other) {
    return new Policy(
        either(Mails.class, other, mails),
        either(Separation.class, other, separation),
        either(Scopes.class, other, scopes),
        either(ClosingRules.class, other, closing),
        either(SessionRules.class, other, sessions),
        either(ReasonCodes.class, other, reasonCodes),
        either(DetailedRoutes.class, other, routes),
        either(Assignments.class, other, assignments),
        either(Disabling.class, other, disabling),
        either(AccessRules.class, other, access),
        either(Pace.class, other, pace),
        either(DialogueRules.class, other, dialogue),
        either(Width.class, other, width),
        either(AccessCap.class, other, cap),
        either(SignatureRules.class, other, signatures),
        either(ReviewRules.class, other, review),
        either(GuardRails.class, other, guardRails),
        either(ReadingRules.class, other, reading));
  }

  private static <P extends Part> P either(Class<P> type, Part other, P own) {
    return type.isInstance(other) ? type.cast(other) : own;
  }
}
