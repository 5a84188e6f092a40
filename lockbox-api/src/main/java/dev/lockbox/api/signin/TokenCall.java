package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Posts to an issuer's token endpoint, for the OpenID Connect library. Follows no redirect, since
 * what is posted is worth a sign-in, and takes no answer of more than {@value #BYTES_MAX} bytes.
 */
@Singleton
final class TokenCall implements HTTPRequestSender {
  private static final int BYTES_MAX = 64 * 1024;
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    var request =
        HttpRequest.newBuilder(asked.getURI())
            .timeout(ANSWER_WITHIN)
            .POST(BodyPublishers.ofString(asked.getBody()));
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        var read = body.readNBytes(BYTES_MAX + 1);
        if (read.length > BYTES_MAX) {
          throw new IOException("the answer is larger than %s bytes".formatted(BYTES_MAX));
        }
        return response(
            answer.statusCode(),
            answer.headers().firstValue("Content-Type").orElse(""),
            new String(read, UTF_8));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the issuer was asked");
    }
  }

  private static HTTPResponse response(int status, String type, String body) throws IOException {
    var response = new HTTPResponse(status);
    try {
      response.setContentType(type);
    } catch (ParseException garbled) {
      throw new IOException("the answer is of no type", garbled);
    }
    response.setBody(body);
    return response;
  }
}
