package dev.lockbox.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.testkit.load.Customer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A session of the portal, as a browser keeps it; made by whoever holds the key with which cookies
 * are sealed, so that nobody has to sign in at an issuer.
 */
final class PortalSession {
  /** At which everybody signs in here. */
  static final String ISSUER = "main";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final String HMAC = "HmacSHA256";

  private final HttpClient http;
  private final String cookie;
  private final String page;

  private PortalSession(HttpClient http, String cookie, String page) {
    this.http = http;
    this.cookie = cookie;
    this.page = page;
  }

  /** Of somebody who has just signed in. */
  static PortalSession of(Customer customer, byte[] key, HttpClient http) {
    var cookie = "__Host-lockbox=" + sealed(key, session(customer));
    return new PortalSession(
        http, cookie, "/portal/tenants/%s/grants".formatted(customer.tenant()));
  }

  /** What a page of the customer's is answered with there. */
  HttpResponse<String> look(URI api) {
    return send(HttpRequest.newBuilder(api.resolve(page)));
  }

  /** As the button on that page does it. */
  HttpResponse<String> signOut(URI api) {
    var form = CSRF.matcher(look(api).body());
    if (!form.find()) {
      throw new IllegalStateException("%s shows no button to sign out".formatted(api));
    }
    return send(
        HttpRequest.newBuilder(api.resolve("/signout"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString("csrf=" + form.group(1))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.header("Cookie", cookie).timeout(LIMIT).build(), BodyHandlers.ofString());
    } catch (IOException noAnswer) {
      throw new IllegalStateException("the API does not answer", noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private static byte[] session(Customer customer) {
    var now = Instant.now().getEpochSecond();
    var session = new LinkedHashMap<String, Object>();
    session.put("id", Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
    session.put("issuer", ISSUER);
    session.put("person", customer.approvers().getFirst().value());
    session.put("tenant", customer.tenant().value());
    session.put("roles", List.of("APPROVER"));
    session.put("name", "somebody of the test");
    session.put("authenticatedAt", now);
    session.put("acr", null);
    session.put("startedAt", now);
    session.put("usedAt", now);
    try {
      return new ObjectMapper().writeValueAsBytes(session);
    } catch (IOException impossible) {
      throw new IllegalStateException("a map of texts and numbers is JSON", impossible);
    }
  }

  /** AES-256-GCM under a key of its own for this purpose, behind its nonce. */
  private static String sealed(byte[] key, byte[] plain) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      var derived = mac.doFinal("lockbox sign-in SESSION".getBytes(UTF_8));
      var nonce = random(12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(128, nonce));
      var sealed = cipher.doFinal(plain);
      var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  private static byte[] random(int count) {
    var drawn = new byte[count];
    new SecureRandom().nextBytes(drawn);
    return drawn;
  }
}
