package dev.lockbox.notifier.channel;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a letter says: the one place where events become sentences. */
final class Wording {
  private static final String FOOTER =
      "This mail decides nothing, and neither does opening the link: a decision needs you, signed"
          + " in.";

  private static final String PRACTICE = "This is practice: nothing will be opened. ";

  private final Portal portal;

  Wording(Portal portal) {
    this.portal = portal;
  }

  /**
   * @throws IllegalArgumentException for an event that nobody is told of
   */
  Page page(Letter letter) {
    return letter.matters().size() == 1 ? pageOfOne(letter) : pageOfSeveral(letter);
  }

  private Page pageOfSeveral(Letter letter) {
    var each = letter.each();
    return TogetherWording.page(
        letter,
        each.stream().map(this::pageOfOne).toList(),
        each.stream().flatMap(one -> why(one).stream()).toList(),
        FOOTER);
  }

  private Page pageOfOne(Letter letter) {
    return switch (letter.event()) {
      case RequestEvent event -> page(letter, event);
      case GrantsEvent event -> GrantsWording.page(event, portal.page(event.tenant()), FOOTER);
      case ExclusionEvent event ->
          ExclusionWording.page(event, portal.exclusions(event.tenant()), FOOTER);
      case TenantEvent event -> TenantWording.page(event, portal.page(event.tenant()), FOOTER);
      case RolesEvent event -> throw untold(event);
      case SessionEvent event -> SessionWording.page(event, name(letter, event), portal, FOOTER);
      case CommandRefused event -> throw untold(event);
    };
  }

  static IllegalArgumentException untold(Event event) {
    return new IllegalArgumentException("nobody is told of a " + event.getClass().getSimpleName());
  }

  private Page page(Letter letter, RequestEvent event) {
    return new Page(
        subject(letter, event),
        isPractice(letter)
            ? PRACTICE + headline(letter, event, engineer(letter))
            : headline(letter, event, engineer(letter)),
        facts(letter, event),
        link(letter, event),
        FOOTER,
        quote(event).map(quote -> named(quote, letter)));
  }

  /** Where whoever gets it can read it: customers are told of nothing that never reached them. */
  private URI link(Letter letter, RequestEvent event) {
    return event instanceof EvaluationEvent
            && letter.opening().filter(Opening::isInternal).isPresent()
        ? portal.inside(event.request())
        : portal.page(event.request());
  }

  /** The engineer's words stand under whatever name they are shown by. */
  private static Quote named(Quote quote, Letter letter) {
    return letter
        .opening()
        .filter(opened -> quote.label().endsWith(" " + id(opened)))
        .map(
            opened ->
                quote.label().substring(0, quote.label().length() - id(opened).length())
                    + engineer(opened))
        .map(label -> new Quote(label, quote.words()))
        .orElse(quote);
  }

  /** Why it was asked for, where several requests stand on one page. */
  private static Optional<Quote> why(Letter letter) {
    return letter
        .opening()
        .map(opened -> named(quote(opened.asked().justification()), letter))
        .map(
            quote ->
                new Quote(
                    "Request %s. %s".formatted(requestOf(letter), quote.label()), quote.words()));
  }

  private static String requestOf(Letter letter) {
    return letter.event().about().map(RequestId::value).orElseThrow();
  }

  private static String id(Opening opened) {
    return Shown.id(opened.asked().engineer().value());
  }

  /** The request may be another engineer's, which makes its pseudonym no name of this one. */
  private static String name(Letter letter, SessionEvent event) {
    var person = event.engineer().person();
    return letter
        .opening()
        .filter(opened -> opened.asked().engineer().equals(person))
        .map(Wording::engineer)
        .orElseGet(() -> Shown.id(person.value()));
  }

  /** By the pseudonym that the provider gave, on one line. */
  private static String engineer(Opening opened) {
    return opened
        .details()
        .requester()
        .pseudonym()
        .map(Wording::onOneLine)
        .orElseGet(() -> id(opened));
  }

  static String onOneLine(PersonalText words) {
    return Shown.text(words.text()).replace('\n', ' ');
  }

  /** Ids only, so that no free text stands in a header; the same start for all of one request. */
  private static String subject(Letter letter, RequestEvent event) {
    var request = event.request();
    var ticket =
        letter.opening().flatMap(opened -> opened.asked().ticket()).map(t -> " (" + t.id() + ")");
    return "[%s] %s request %s%s: %s"
        .formatted(
            request.tenant(),
            isPractice(letter) ? "Practice" : "Access",
            request.value(),
            ticket.map(Shown::id).orElse(""),
            happened(letter, event));
  }

  private static boolean isPractice(Letter letter) {
    return letter.opening().filter(Opening::isPractice).isPresent();
  }

  private static String happened(Letter letter, RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationWording.happened(evaluated);
      case RequestOpened opened -> "decide by " + Times.shown(opened.decideBy());
      case ApprovalsRequired required -> "needs more than one approval";
      case RequestNarrowed narrowed -> "narrowed";
      case RulesEvent ofRules -> RulesWording.happened(letter, ofRules);
      case ApprovalGiven given -> "approved by one, others must follow";
      case GrantedWithoutCustomer granted -> unasked(granted).happened(letter);
      case RequestApproved approved -> "approved until " + Times.shown(approved.accessUntil());
      case PracticeCompleted done -> "approved, and nothing was opened";
      case RequestDenied denied -> "denied";
      case RequestExpired expired -> "expired, nobody decided";
      case RequestWithdrawn withdrawn -> "withdrawn";
      case RequestCancelled cancelled -> "cancelled, the ticket is resolved";
      case RequestRevoked revoked -> "access revoked";
      case AccessEnded ended -> "access ended";
      case RequestFaulted faulted -> "stopped, its record is faulty";
      case AccessEvent access -> AccessWording.happened(access);
      case DialogueEvent said -> DialogueWording.happened(said);
      case ReadingEvent read -> ReadingWording.happened(read);
      case ReviewEvent reviewed -> ReviewWording.happened(reviewed);
      case SigningEvent signed -> KeyWording.happened(signed);
    };
  }

  private static String headline(Letter letter, RequestEvent event, String engineer) {
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationWording.headline(evaluated, engineer);
      case RequestOpened opened ->
          "%s asks for access. Decide by %s: a request that nobody decides expires then."
              .formatted(engineer, Times.shown(opened.decideBy()));
      case ApprovalsRequired required ->
          "The request of %s needs the approval of more than one person.".formatted(engineer);
      case RulesEvent ofRules -> RulesWording.headline(letter, ofRules, engineer);
      case RequestNarrowed narrowed ->
          "%s approves less than %s asked for."
              .formatted(Shown.id(narrowed.by().actor().value()), engineer);
      case ApprovalGiven given ->
          "%s approved. Others must approve too before %s has access."
              .formatted(Shown.id(given.by().actor().value()), engineer);
      case GrantedWithoutCustomer granted -> unasked(granted).headline(letter, engineer);
      case RequestApproved approved ->
          "%s approved: %s has access until %s."
              .formatted(
                  Shown.id(approved.by().actor().value()),
                  engineer,
                  Times.shown(approved.accessUntil()));
      case PracticeCompleted done ->
          "%s approved: in earnest, access would have been granted."
              .formatted(Shown.id(done.by().actor().value()));
      case RequestDenied denied ->
          "%s denied: no access was granted.".formatted(Shown.id(denied.by().actor().value()));
      case RequestExpired expired -> "Nobody decided in time: no access was granted.";
      case RequestWithdrawn withdrawn ->
          "%s withdrew the request: access that was granted is over.".formatted(engineer);
      case RequestCancelled cancelled ->
          "The ticket was resolved before anybody decided: no access was granted.";
      case RequestRevoked revoked -> revoked(revoked, engineer);
      case AccessEnded ended ->
          "The time granted is up: the access of %s is over.".formatted(engineer);
      case RequestFaulted faulted ->
          "The record of this request contradicts itself: it grants no access and takes no decision"
              + " any more.";
      case AccessEvent access -> AccessWording.headline(access, engineer);
      case DialogueEvent said -> DialogueWording.headline(said, engineer);
      case ReadingEvent read -> ReadingWording.headline(read, engineer);
      case ReviewEvent reviewed -> ReviewWording.headline(reviewed);
      case SigningEvent signed -> KeyWording.headline(signed);
    };
  }

  private static UnaskedWording unasked(GrantedWithoutCustomer granted) {
    var why = because(granted.cause());
    return new UnaskedWording(granted.accessUntil(), "without approval", why);
  }

  private static String because(WithoutCustomer cause) {
    return switch (cause) {
      case NOT_ENROLLED -> "what it is for is not behind the lockbox";
      case NO_CUSTOMER_DATA -> "the provider says that it comes nowhere near your data";
      case SERVICE_UPDATE -> "the provider says that it is for its own service";
    };
  }

  private static String revoked(RequestRevoked revoked, String engineer) {
    var actor = Shown.id(revoked.by().actor().value());
    return switch (revoked.cause()) {
      case REVOKED_BY_APPROVER ->
          "%s revoked the access of %s: it is over.".formatted(actor, engineer);
      case DENIED_AFTER_GRANT ->
          "%s denied what had been approved: the access of %s is over.".formatted(actor, engineer);
      case TICKET_RESOLVED ->
          "The ticket was resolved: the access of %s is over.".formatted(engineer);
    };
  }

  private static String engineer(Letter letter) {
    return letter.opening().map(Wording::engineer).orElse("The engineer");
  }

  private static List<Fact> facts(Letter letter, RequestEvent event) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Customer", event.tenant().value()));
    facts.add(Fact.of("Request", event.request().value()));
    letter.opening().ifPresent(opened -> add(facts, opened));
    if (event instanceof DialogueEvent said) {
      facts.addAll(DialogueWording.facts(said));
    }
    facts.add(Fact.of("Happened at", Times.shown(event.at())));
    return facts;
  }

  private static void add(List<Fact> facts, Opening opened) {
    var asked = opened.asked();
    asked.ticket().ifPresent(ticket -> facts.add(Fact.of("Ticket", Shown.id(ticket.id()))));
    facts.add(Fact.of("Engineer", engineer(opened)));
    facts.add(new Fact("Actions", shown(asked.actions())));
    facts.add(new Fact("Resources", shown(asked.resources())));
    facts.add(Fact.of("Access for", Times.shown(opened.accessFor())));
    facts.add(Fact.of("Decide by", Times.shown(opened.decideBy())));
  }

  static List<String> shown(List<?> ids) {
    return ids.stream().map(id -> Shown.id(id.toString())).toList();
  }

  private static Optional<Quote> quote(RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationWording.words(evaluated).map(Wording::quote);
      case RequestOpened opened -> Optional.of(quote(opened.asked().justification()));
      case ApprovalsRequired required -> Optional.empty();
      case RequestNarrowed narrowed -> Optional.empty();
      case RulesEvent ofRules -> RulesWording.words(ofRules).map(Wording::quote);
      case ApprovalGiven given -> given.reason().map(Wording::quote);
      case GrantedWithoutCustomer granted -> Optional.of(quote(granted.asked().justification()));
      case RequestApproved approved -> approved.reason().map(Wording::quote);
      case PracticeCompleted done -> done.reason().map(Wording::quote);
      case RequestDenied denied -> denied.reason().map(Wording::quote);
      case RequestRevoked revoked -> revoked.reason().map(Wording::quote);
      case RequestExpired expired -> Optional.empty();
      case RequestWithdrawn withdrawn -> Optional.empty();
      case RequestCancelled cancelled -> Optional.empty();
      case AccessEnded ended -> Optional.empty();
      case RequestFaulted faulted -> Optional.empty();
      case AccessEvent access -> AccessWording.words(access).map(Wording::quote);
      case DialogueEvent said -> DialogueWording.quote(said);
      case ReadingEvent read -> Optional.empty();
      case ReviewEvent reviewed -> Optional.empty();
      case SigningEvent signed -> Optional.empty();
    };
  }

  static Quote quote(PersonalText words) {
    var whose = "Why, in the words of %s".formatted(Shown.id(words.subject().value()));
    return new Quote(whose, Shown.text(words.text()));
  }
}
