package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One thing that a stream of the API's said.
 *
 * @param name what it is, for example {@code event} or {@code alive}
 * @param id its place, from which the stream can be heard on; empty where it has none
 */
public record Said(String name, Optional<String> id, JsonNode data) {}
