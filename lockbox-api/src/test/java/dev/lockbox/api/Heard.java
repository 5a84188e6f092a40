package dev.lockbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A stream of server-sent events, as somebody hears it. */
final class Heard implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WITHIN_SECONDS = 20;
  private static final Set<String> OVER = Set.of("end", "broken");

  private final String path;
  private final InputStream body;
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

  /**
   * One event.
   *
   * @param id empty where it has none
   */
  record Said(String name, String id, JsonNode data) {}

  /**
   * @param path where it is heard
   */
  Heard(String path, InputStream body) {
    this.path = path;
    this.body = body;
    Thread.ofVirtual().start(this::listen);
  }

  /** The next event of this name; others are passed over. */
  Said next(String name) {
    return before(name, new ArrayList<>());
  }

  /** All that is said before the next of this name. */
  List<Said> upTo(String name) {
    var all = new ArrayList<Said>();
    before(name, all);
    return all;
  }

  private Said before(String name, List<Said> others) {
    try {
      var one = poll();
      for (; !one.name().equals(name); one = poll()) {
        others.add(one);
      }
      return one;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Said poll() throws InterruptedException {
    var one = said.poll(WITHIN_SECONDS, TimeUnit.SECONDS);
    if (one == null) {
      throw new AssertionError("nothing more was heard");
    }
    if (!OVER.contains(one.name())) {
      Described.api().holdsEvent(path, one.data());
    }
    return one;
  }

  private void listen() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var name = "message";
      var id = "";
      var data = new StringBuilder();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
          id = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring("data:".length()).strip());
        } else if (line.isEmpty() && !data.isEmpty()) {
          said.add(new Said(name, id, parsed(data.toString())));
          name = "message";
          id = "";
          data.setLength(0);
        }
      }
      said.add(new Said("end", "", JSON.createObjectNode()));
    } catch (IOException broken) {
      said.add(new Said("broken", "", JSON.createObjectNode()));
    }
  }

  private static JsonNode parsed(String data) throws JsonProcessingException {
    return JSON.readTree(data);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
