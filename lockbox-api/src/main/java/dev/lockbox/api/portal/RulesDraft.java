package dev.lockbox.api.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.command.SettingsBody;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.SettingsDiff;
import dev.lockbox.api.view.SettingsJson;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which other rules are written. It says in what they differ from those that hold
 * before anything can be asked for; what was written stays on it, whatever is wrong with it.
 */
@Singleton
final class RulesDraft {
  private final View view;
  private final Pages pages;
  private final ObjectMapper json;

  RulesDraft(View view, Pages pages, ObjectMapper json) {
    this.view = view;
    this.pages = pages;
    this.json = json;
  }

  /** With the rules that hold, to be changed. */
  HttpResponse<?> fresh(Visitor visitor, TenantId tenant) {
    var now = standing(tenant);
    var written = json.valueToTree(SettingsJson.of(now.settings())).toPrettyString();
    return show(visitor, now, written, null, null);
  }

  /** With what it would change. */
  HttpResponse<?> compared(Visitor visitor, TenantId tenant, String written) {
    var now = standing(tenant);
    try {
      var changes = SettingsDiff.lines(now.settings(), rules(written));
      return show(visitor, now, written, changes, null);
    } catch (ProblemException wrong) {
      return refused(visitor, tenant, written, wrong.problem());
    }
  }

  /** With why it was not taken. */
  HttpResponse<?> refused(Visitor visitor, TenantId tenant, String written, Problem why) {
    var notice = new Notice("no", why.title() + ".", why.detail());
    return show(visitor, standing(tenant), written, null, notice).status(why.status());
  }

  /**
   * As the API takes them.
   *
   * @throws ProblemException INVALID_REQUEST
   */
  static SettingsJson parse(String written) {
    try {
      return RecordJson.read(StrictJson.object(written.getBytes(UTF_8)), SettingsJson.class);
    } catch (IllegalArgumentException garbled) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "These are no rules: " + garbled.getMessage());
    }
  }

  private static Settings rules(String written) {
    return new SettingsBody.Change("compared", parse(written), null).toDomain();
  }

  private Registered standing(TenantId tenant) {
    return view.find(tenant).orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  private MutableHttpResponse<String> show(
      Visitor visitor,
      Registered now,
      String written,
      @Nullable List<String> changes,
      @Nullable Notice notice) {
    var page = new ChangeRulesPage(written, now.version(), changes, notice);
    return pages.show(visitor, "settings-change", page);
  }
}
