package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.KeyId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal in a browser, as a person meets it: by keyboard, in the dark, on a telephone. */
@ExtendWith(OneHttpRig.class)
class PortalIT {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String ONE = TENANT + "/requests/req-1";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  /** Of the request that is not there, a page says so. */
  private static final List<String> PAGES =
      List.of(
          TENANT + "/waiting",
          ONE,
          TENANT + "/grants",
          TENANT + "/requests",
          TENANT + "/requests/live",
          TENANT + "/requests/live/sessions",
          TENANT + "/requests/live/history",
          TENANT + "/requests/refused",
          TENANT + "/requests/nothing",
          TENANT + "/sessions",
          TENANT + "/activity",
          TENANT + "/events",
          TENANT + "/exclusions",
          TENANT + "/keys",
          TENANT + "/settings",
          TENANT + "/settings/change");

  private static final List<String> PAGES_INSIDE =
      List.of("/portal/provider/requests/contoso", "/portal/provider/requests/contoso/inside");

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String COLOURS = "color-contrast";
  private static final int TABS_MAX = 60;
  private static final String OUTLINE = "getComputedStyle(document.activeElement).outlineStyle";

  /** All that takes a key. */
  private static final String WORKED =
      """
      [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter((one) => one.type !== 'hidden' && !one.disabled && one.checkVisibility())\
      """;

  private static final int PHONE_WIDTH = 360;

  /** Cells of a table that show no name of their column, or are none to who hears the page. */
  private static final String UNNAMED_CELLS =
      """
      [...document.querySelectorAll('td')].filter((one) =>
        ['none', '""'].includes(getComputedStyle(one, '::before').content)
          || one.getAttribute('role') !== 'cell'
          || one.parentElement.getAttribute('role') !== 'row'
          || one.closest('table').getAttribute('role') !== 'table').length
      """;

  private static final String LONG_NAME =
      "Maximiliane-Alexandra von Hohenstein-Wolkenburg (Contoso Healthcare International)";

  /** Rows in which the middles of what stands in it are, each as high as a letter at least. */
  private static final String LINES_OF_THE_BAR =
      """
      new Set([...document.querySelectorAll('.brand a, .bar nav a, .visitor bdi, .visitor button')]
        .map((one) => one.getBoundingClientRect())
        .map((box) => Math.round((box.top + box.bottom) / 2 / 16))).size\
      """;

  private static Chromium chromium;

  private final HttpRig http;

  PortalIT(HttpRig http) {
    this.http = http;
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    http.openDetailed(REQUEST);
  }

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** A yes and its end, a yes to less, and a no. */
  @Test
  void whateverIsDecidedIsDecidedByKeyboardAlone() {
    http.openDetailed(new RequestId(CONTOSO, "req-2"));
    http.openDetailed(new RequestId(CONTOSO, "req-3"));
    var complaints = new ArrayList<String>();
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(http.base() + "/portal");
      assertThat(page.title()).isEqualTo("Waiting for a decision · Lockbox");
      press(page, "a:text-is('req-1')", "Enter");
      assertThatTheTabKeyLeadsEverywhereAndOut(page);
      press(page, "button:text-is('Approve')", "Enter");
      assertThatItIsSaid(page, "You said yes");
      write(page, "#revoke-reason", "seen enough");
      press(page, "button:text-is('Revoke access')", "Space");
      assertThatItIsSaid(page, "Access is revoked");
      assertThat(page.locator("#happened-so-far").innerText()).contains("seen enough");

      press(page, "nav a[href$='/waiting']", "Enter");
      press(page, "a:text-is('req-2')", "Enter");
      tabTo(page, "#accessFor");
      page.keyboard().press("ArrowDown");
      var less = page.inputValue("#accessFor");
      tabTo(page, "[name=RECORD]");
      page.keyboard().press("Space");
      press(page, "button:text-is('Approve')", "Space");
      assertThatItIsSaid(page, "You said yes");
      var narrowed =
          http.caller("anna", CONTOSO, "approver").get("/v1/tenants/contoso/requests/req-2").ok();
      assertThat(narrowed.path("accessFor").asText()).isEqualTo(less).isNotEqualTo("PT8H");
      assertThat(narrowed.at("/conditions/obligations/0").asText()).isEqualTo("RECORD");

      press(page, "nav a[href$='/waiting']", "Enter");
      press(page, "a:text-is('req-3')", "Enter");
      write(page, "#no-reason", "not at night");
      press(page, "button:text-is('Deny')", "Enter");
      assertThatItIsSaid(page, "You said no");
      assertThat(page.locator("#happened-so-far").innerText()).contains("not at night");
    }
    assertThat(complaints).isEmpty();
  }

  /** And whoever hears the page is led there. */
  private static void assertThatItIsSaid(Page page, String verdict) {
    assertThat(page.locator("[role=status]").first().innerText()).contains(verdict);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("verdict");
  }

  private static void write(Page page, String target, String words) {
    tabTo(page, target);
    page.keyboard().type(words);
  }

  private static void press(Page page, String target, String key) {
    tabTo(page, target);
    page.waitForNavigation(() -> page.keyboard().press(key));
  }

  /** Goes there by the tab key, which leads everywhere and shows where it is. */
  private static void tabTo(Page page, String target) {
    var wanted = page.locator(target).first().elementHandle();
    for (var tabs = 0; tabs < TABS_MAX && !isFocused(page, wanted); tabs++) {
      page.keyboard().press("Tab");
    }
    assertThat(isFocused(page, wanted)).as(target).isTrue();
    assertThat(page.evaluate(OUTLINE)).isEqualTo("solid");
  }

  /** From the top of a page through all that can be worked there, and on: nothing holds it. */
  private static void assertThatTheTabKeyLeadsEverywhereAndOut(Page page) {
    page.evaluate("document.activeElement.blur()");
    var all = (Integer) page.evaluate(WORKED + ".length");
    var found = new TreeSet<Integer>();
    for (var tabs = 0; tabs < all; tabs++) {
      page.keyboard().press("Tab");
      found.add((Integer) page.evaluate(WORKED + ".indexOf(document.activeElement)"));
      assertThat(page.evaluate(OUTLINE)).as("of %s", found.last()).isEqualTo("solid");
    }
    assertThat(found)
        .isEqualTo(IntStream.range(0, all).boxed().collect(toCollection(TreeSet::new)));
    page.keyboard().press("Tab");
    assertThat((Integer) page.evaluate(WORKED + ".indexOf(document.activeElement)"))
        .as("behind the last comes the first, or what is no part of the page")
        .isLessThan(1);
  }

  private static boolean isFocused(Page page, Object element) {
    return (Boolean) page.evaluate("one => document.activeElement === one", element);
  }

  @Test
  void whatIsDecidedElsewhereIsShownWithoutAskingForThePageAnew() {
    var complaints = new ArrayList<String>();
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(http.base() + TENANT + "/waiting");
      page.evaluate("window.isStillThere = true");
      http.decide(new Deny(REQUEST, by(Cast.BEN, "no"), Optional.empty()), Cast.MORNING);
      page.waitForSelector("text=Nothing waits for a decision.");
      assertThat(page.locator("#news").innerText()).contains("brought up to date");
      assertThat(page.evaluate("window.isStillThere")).isEqualTo(true);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsFoundFollowsUnderTheFormThatAsksForIt() {
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.navigate(http.base() + TENANT + "/events");
      page.fill("#actor", "ben");
      http.decide(new Deny(REQUEST, by(Cast.BEN, "no"), Optional.empty()), Cast.MORNING);
      page.waitForSelector("#found >> text=Request denied");
      assertThat(page.inputValue("#actor")).isEqualTo("ben");
    }
  }

  @Test
  void whatSomebodyIsWritingStaysWhateverHappens() {
    var complaints = new ArrayList<String>();
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(http.base() + ONE);
      var read = page.locator("[name=ifVersion]").getAttribute("value");
      page.fill("#yes-reason", "agreed by phone");
      http.decide(
          new AskQuestion(
              REQUEST, by(Cast.BEN, "ask"), new PersonalText(Cast.BEN, "Why at night?")),
          Cast.MORNING);
      page.waitForSelector("#news >> text=What you wrote stays");
      page.waitForSelector("#happened-so-far >> text=Why at night?");
      assertThat(page.inputValue("#yes-reason")).isEqualTo("agreed by phone");
      assertThat(page.locator("[name=ifVersion]").getAttribute("value")).isEqualTo(read);
      page.click("#news button");
      page.waitForSelector("#talk >> text=Why at night?");
      assertThat(page.inputValue("#yes-reason")).isEqualTo("agreed by phone");
      assertThat(page.locator("[name=ifVersion]").getAttribute("value")).isNotEqualTo(read);
      assertThat(page.locator("#news").innerText()).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void timeThatIsLeftGoesOn() {
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.clock().install();
      page.navigate(http.base() + TENANT + "/waiting");
      var left = page.locator("[data-until]").first();
      assertThat(left.innerText()).isEqualTo("4 days left");
      page.clock().runFor("01:00");
      assertThat(left.innerText()).isEqualTo("3 days 23 hours left");
    }
  }

  @Test
  void aYesIsSignedByAPasskeyThatWasMadeHere() {
    http.decide(
        new ChangeSettings(
            CONTOSO,
            by(Cast.CARLA, "required"),
            Policies.settingsHaving(new SignatureRules(Mode.REQUIRED, Duration.ZERO))),
        Cast.MORNING);
    var complaints = new ArrayList<String>();
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      holdAnAuthenticator(context, page);
      page.navigate(http.base() + TENANT + "/keys");
      page.waitForNavigation(() -> page.click("button:text-is('Make a passkey')"));
      assertThat(page.locator("[role=status]").innerText()).contains("It was taken down");
      var key = new KeyId(page.locator("[action$=withdraw] [name=key]").inputValue());
      http.decide(new ConfirmApproverKey(CONTOSO, by(Cast.CARLA, "agreed"), key), Cast.MORNING);
      page.navigate(http.base() + ONE);
      page.selectOption("#accessFor", "PT1H");
      page.check("[name=RECORD]");
      page.check("[name=singleUse]");
      page.fill("#excluded", "PHI, PCI PHI");
      page.fill("#channels", "REMOTE_SHELL");
      page.fill("#countries", "de at");
      page.waitForNavigation(() -> page.click("button:text-is('Approve')"));
      assertThat(page.locator("[role=status]").innerText()).contains("You said yes");
    }
    // Chromium would rather have RS256 too, which the processor does not take.
    assertThat(complaints).allMatch(one -> one.contains("pubKeyCredParams"));
  }

  @Test
  void whatAnAuthenticatorDoesNotSignIsNotSent() {
    try (var context = context(new NewContextOptions())) {
      var page = context.newPage();
      page.navigate(http.base() + TENANT + "/keys");
      page.evaluate(
          "() => { navigator.credentials.create = () => Promise.reject(new Error('no')); }");
      page.click("button:text-is('Make a passkey')");
      page.waitForSelector("[role=alert] >> text=Nothing was signed, and nothing was sent: no");
    }
    assertThat(http.log().appended()).isZero();
  }

  /** One that knows its user, who touches it each time. */
  private static void holdAnAuthenticator(BrowserContext context, Page page) {
    var devices = context.newCDPSession(page);
    devices.send("WebAuthn.enable");
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        JsonParser.parseString(
                """
                {"options": {"protocol": "ctap2", "transport": "internal",
                "hasUserVerification": true, "isUserVerified": true,
                "automaticPresenceSimulation": true}}\
                """)
            .getAsJsonObject());
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }

  @Test
  void everyPageCanBeReadByEverybody() {
    lookAtAll(new NewContextOptions(), "light", page -> faults(new AxeBuilder(page)));
  }

  /** Only the colours are others. */
  @Test
  void everyPageCanBeReadInTheDark() {
    lookAtAll(
        new NewContextOptions().setColorScheme(ColorScheme.DARK),
        "dark",
        page -> faults(new AxeBuilder(page).withRules(List.of(COLOURS))));
  }

  @Test
  void everyPageFitsATelephone() {
    lookAtAll(
        new NewContextOptions().setViewportSize(PHONE_WIDTH, 740),
        "phone",
        page -> {
          var found = faults(new AxeBuilder(page).disableRules(List.of(COLOURS)));
          var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
          if (width > PHONE_WIDTH) {
            found.add("the page is %s wide".formatted(width));
          }
          if (!page.evaluate(UNNAMED_CELLS).equals(0)) {
            found.add("a cell has no name");
          }
          return found;
        });
  }

  /** However long somebody's name is: it is cut to who sees it, and told whole to who hears it. */
  @Test
  void theWayToEveryPlaceIsOneLine() {
    http.issuer().spoil(header -> header, claims -> claims.replace("anna of the test", LONG_NAME));
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (var context = context(new NewContextOptions().setColorScheme(scheme))) {
        var page = context.newPage();
        page.navigate(http.base() + TENANT + "/exclusions");
        for (var width : List.of(1000, 1100, 1201, 1280, 1440, 1920)) {
          page.setViewportSize(width, 740);
          shoot(page, "bar", "%s-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
          assertThat(page.evaluate(LINES_OF_THE_BAR)).as("%s px", width).isEqualTo(1);
          assertThatNothingIsHiddenOrPushedOut(page, width);
        }
        page.setViewportSize(PHONE_WIDTH, 740);
        shoot(page, "bar", "phone-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThatNothingIsHiddenOrPushedOut(page, PHONE_WIDTH);
      }
    }
  }

  private static void assertThatNothingIsHiddenOrPushedOut(Page page, int width) {
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    var bar = page.locator("header.bar");
    assertThat(bar.locator("nav a").all()).hasSize(9).allMatch(Locator::isVisible);
    assertThat(bar.locator("button").boundingBox().x).isLessThan(width - 60);
    assertThat(bar.locator("bdi").boundingBox().width).isGreaterThan(40);
    assertThat(bar.ariaSnapshot()).contains("Signed in as", LONG_NAME, "Sign out");
  }

  /**
   * With something on each of them.
   *
   * @param faults what is wrong with one
   */
  private void lookAtAll(
      NewContextOptions options, String how, Function<Page, List<String>> faults) {
    SomeOfEverything.happensIn(http);
    // The checker's own script is none of ours, so this browser lets it in.
    var lenient = options.setBypassCSP(true);
    try (var anna = context(lenient);
        var mira = signedIn(lenient, "mira", History.PROVIDER);
        var nobody = chromium.browser().newContext(lenient)) {
      look(anna, PAGES, how, faults);
      look(mira, PAGES_INSIDE, how, faults);
      look(nobody, List.of("/signin/left"), how, faults);
    }
  }

  private void look(
      BrowserContext context, List<String> paths, String how, Function<Page, List<String>> faults) {
    var page = context.newPage();
    for (var path : paths) {
      page.navigate(http.base() + path);
      assertThat(faults.apply(page)).as(path).isEmpty();
      shoot(page, path, how);
    }
  }

  /**
   * Looked for in one document, without a second page to join them in: no page of ours has frames.
   */
  private static List<String> faults(AxeBuilder checker) {
    return checker.setLegacyMode(true).analyze().getViolations().stream()
        .filter(one -> Set.of("serious", "critical").contains(one.getImpact()))
        .map(one -> one.getId() + ": " + one.getNodes())
        .collect(toCollection(ArrayList::new));
  }

  private static void shoot(Page page, String path, String how) {
    var name = path.replaceFirst("^/(portal/(tenants/contoso|provider)/)?", "").replace('/', '-');
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(SCREENSHOTS.resolve("%s-%s.png".formatted(name, how))));
  }

  private BrowserContext context(NewContextOptions options) {
    return signedIn(options, "anna", CONTOSO, "approver", "admin");
  }

  /** Somebody at a browser, signed in as a person does: led to the issuer, and back. */
  private BrowserContext signedIn(
      NewContextOptions options, String person, TenantId tenant, String... roles) {
    var context = chromium.browser().newContext(options);
    var page = context.newPage();
    page.navigate(http.base() + "/signin?to=/portal");
    page.waitForURL(http.issuer().url() + "/authorize**");
    var admitted =
        http.issuer()
            .admit(
                URI.create(page.url()),
                person,
                tenant.value(),
                Set.of(roles),
                http.clock().instant());
    page.navigate(http.base() + "/signin/callback?" + admitted);
    page.waitForURL("**/portal/**");
    page.close();
    return context;
  }
}
